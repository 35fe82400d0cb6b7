/** Tasks and what is worked out from them: field definitions, scores, similarity. No network, no output. */
@NullMarked
package com.example.ghpm.task;

import org.jspecify.annotations.NullMarked;
