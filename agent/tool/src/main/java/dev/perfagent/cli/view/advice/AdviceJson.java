package dev.perfagent.cli.view.advice;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.optimize.Advice;
import dev.perfagent.optimize.AdviceStep;
import dev.perfagent.optimize.Cause;
import dev.perfagent.optimize.CostsByCommand;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice for programs: one object that holds all of it in the order given. */
public record AdviceJson(
        int schema, long runs, long runsLeftOut, @Nullable BigDecimal days, List<Piece> advice) {
    private static final int SCHEMA = 1;

    public static AdviceJson of(List<Advice> advice, CostsByCommand costs) {
        return new AdviceJson(
                SCHEMA,
                costs.measured(),
                costs.others(),
                Decimals.of(costs.days()),
                advice.stream().map(Piece::of).toList());
    }

    record Piece(
            Cause cause,
            String area,
            String application,
            String command,
            String subject,
            String action,
            long runs,
            long ofRuns,
            @Nullable BigDecimal requestsPerRun,
            @Nullable BigDecimal msPerRun,
            @Nullable BigDecimal requestsPerDay,
            @Nullable BigDecimal msPerDay,
            @Nullable BigDecimal medianMs,
            @Nullable BigDecimal countPerRun,
            List<String> commands) {
        static Piece of(Advice piece) {
            return new Piece(
                    piece.cause(),
                    piece.cause().area().text(),
                    piece.command().application(),
                    piece.command().command(),
                    piece.subject(),
                    AdviceWords.action(piece),
                    piece.runs(),
                    piece.ofRuns(),
                    Decimals.of(piece.requestsPerRun()),
                    Decimals.of(piece.msPerRun()),
                    Decimals.of(piece.requestsPerDay()),
                    Decimals.of(piece.msPerDay()),
                    Decimals.of(piece.medianMs()),
                    Decimals.of(piece.countPerRun()),
                    piece.steps().stream().map(AdviceStep::command).toList());
        }
    }
}
