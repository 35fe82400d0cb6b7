/** Tests of the package of the same name. */
@NullMarked
package com.example.ghpm.demo;

import org.jspecify.annotations.NullMarked;
