/** Tests of the package of the same name. */
@NullMarked
package com.example.ghpm;

import org.jspecify.annotations.NullMarked;
