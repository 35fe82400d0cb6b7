package com.example.ghpm;

import java.io.IOException;
import java.util.List;
import org.kohsuke.github.GHRepository;

/** Fifth phase of setting up: creates the labels that are missing. */
final class LabelCreator {
    private static final String COLOR = "5319e7";

    private LabelCreator() {}

    static void createMissing(List<LabelRules.Missing> missing, List<GHRepository> repositories) throws IOException {
        for (GHRepository repository : repositories) {
            for (LabelRules.Missing one : missing) {
                if (one.repository().equals(repository.getName())) {
                    String description = LabelRules.REQUIRED.getOrDefault(one.label(), "");
                    repository.createLabel(one.label(), COLOR, description);
                }
            }
        }
    }
}
