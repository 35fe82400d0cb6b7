/** Stands for a copy of a client that is not recognised, which an application has relocated. */
@NullMarked
package org.example.asynchttpclient;

import org.jspecify.annotations.NullMarked;
