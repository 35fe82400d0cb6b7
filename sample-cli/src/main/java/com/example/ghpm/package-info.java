/** The ghpm program: its commands and the phases that a command goes through, in the order of a run. */
@NullMarked
package com.example.ghpm;

import org.jspecify.annotations.NullMarked;
