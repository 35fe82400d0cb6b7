/** An embedded GitHub API with made-up data: what ghpm shows itself off with, and what tests can be run against. */
@NullMarked
package com.example.ghpm.demo;

import org.jspecify.annotations.NullMarked;
