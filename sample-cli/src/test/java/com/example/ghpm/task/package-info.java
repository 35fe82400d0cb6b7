/** Tests of the package of the same name. */
@NullMarked
package com.example.ghpm.task;

import org.jspecify.annotations.NullMarked;
