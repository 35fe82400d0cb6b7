/** An application that knows nothing of the agent. */
package com.example.cli;
