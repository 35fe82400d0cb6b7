package dev.perfagent.cli.option;

import dev.perfagent.run.AlertType;
import java.util.List;

/** Reads {@code --type} as {@code alerts.yml} names it. */
public final class AlertTypeConverter extends WordConverter<AlertType> {
    public AlertTypeConverter() {
        super(List.of(AlertType.values()), AlertType::key);
    }
}
