/** Applications and tests of users. */
@NullMarked
package org.example;

import org.jspecify.annotations.NullMarked;
