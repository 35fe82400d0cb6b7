package com.example.ghpm;

import com.example.ghpm.demo.DemoApi;
import com.example.ghpm.task.FieldDefinitions;
import com.example.ghpm.task.TaskBoard;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A run from its settings to its end, with the demo server if there is one. */
record Session(Settings settings, @Nullable DemoApi demo, PrintWriter err) implements AutoCloseable {

    /** Leaves the cache's own figures where they can be compared with those of others, whatever comes after. */
    void remark(FieldDefinitions fields) {
        remark("cache field-definitions hits=" + fields.hits() + " misses=" + fields.misses());
    }

    /** The board is asked last of all: it is kept until a command has done everything else. */
    void conclude(TaskBoard board) {
        remark("word-index bytes=" + board.index().bytes());
    }

    private void remark(String text) {
        if (demo != null) {
            demo.remark(text);
        }
        if (settings.verbose()) {
            err.println("# " + text);
        }
    }

    @Override
    public void close() {
        if (demo != null) {
            demo.close();
        }
    }
}
