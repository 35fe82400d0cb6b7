package dev.perfagent.export.push;

import dev.perfagent.export.Form;
import dev.perfagent.history.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Sends runs to a service, each once in each form. What the service took is noted before the next request, so that a push that
 * was interrupted goes on where it was. Only the runs of a request whose answer never came are sent again.
 */
public final class Pusher implements AutoCloseable {
    /** When the service refuses this many runs, something else is wrong than these runs, and sending ends. */
    private static final int MOST_REFUSED = 10;

    private static final int MOST_NOTES = 5;
    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_STOP_SECONDS = 10;

    private final Destination destination;
    private final List<FormState> forms = new ArrayList<>();
    private final Transport transport;
    private final Waiting waiting;
    private final Set<String> sent = new HashSet<>();
    private final Set<String> before = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final ReentrantLock step = new ReentrantLock();
    private int requests;

    private Pusher(Destination destination, Waiting waiting) {
        this.destination = destination;
        this.transport = new Transport(destination, "POST");
        this.waiting = waiting;
    }

    /**
     * Opens what is known of earlier pushes to the same address.
     *
     * @param folder where that is kept
     */
    public static Pusher to(Destination destination, List<Form> forms, Path folder, Clock clock) throws IOException {
        return to(destination, forms, folder, new Waiting(clock, duration -> Thread.sleep(duration.toMillis())));
    }

    static Pusher to(Destination destination, List<Form> forms, Path folder, Waiting waiting) throws IOException {
        Pusher pusher = new Pusher(destination, waiting);
        try {
            for (Form form : forms) {
                pusher.forms.add(new FormState(form, SentRuns.at(folder.resolve(file(destination, form)))));
            }
            return pusher;
        } catch (IOException e) {
            pusher.close();
            throw e;
        }
    }

    /** Whether a run would be sent. */
    public static Predicate<StoredRun> pending(Destination destination, List<Form> forms, Path folder)
            throws IOException {
        List<Set<String>> known = new ArrayList<>();
        for (Form form : forms) {
            known.add(SentRuns.known(folder.resolve(file(destination, form))));
        }
        return run -> known.stream().anyMatch(ids -> !ids.contains(run.id()));
    }

    private static String file(Destination destination, Form form) {
        String place = destination.at(form.path()).toString();
        return destination.name() + "-" + Integer.toHexString(place.hashCode()) + ".sent";
    }

    /**
     * Sends those that were not sent before.
     *
     * @throws PushException when the service takes nothing more now
     */
    public void send(List<StoredRun> runs) throws IOException, InterruptedException {
        for (FormState form : forms) {
            List<StoredRun> left = new ArrayList<>();
            for (StoredRun run : runs) {
                if (form.sent().contains(run)) {
                    before.add(run.id());
                } else {
                    left.add(run);
                }
            }
            if (!left.isEmpty()) {
                send(left, form);
            }
        }
    }

    private void send(List<StoredRun> runs, FormState state) throws IOException, InterruptedException {
        Form form = state.form();
        String text = form.text(runs);
        if (text.isEmpty()) {
            taken(runs, state);
            return;
        }
        Packing.Packed packed = destination.packing().pack(text);
        if (!packed.fits() && runs.size() > 1) {
            sendHalves(runs, state);
            return;
        }
        ServiceAnswer answer = answer(form, packed.body(), runs, state);
        if (answer.isTaken()) {
            note(answer.text());
        } else if ((answer.isTooLarge() || answer.isNotUnderstood()) && runs.size() > 1) {
            sendHalves(runs, state);
        } else if (answer.isTooLarge() || answer.isNotUnderstood()) {
            refused.add(runs.get(0).id());
            note("run " + runs.get(0).id() + " was refused (" + answer.status() + "): " + answer.text());
            if (refused.size() >= MOST_REFUSED) {
                throw problem(answer);
            }
        } else {
            throw problem(answer);
        }
    }

    private void sendHalves(List<StoredRun> runs, FormState state) throws IOException, InterruptedException {
        int half = runs.size() / 2;
        send(runs.subList(0, half), state);
        send(runs.subList(half, runs.size()), state);
    }

    private ServiceAnswer answer(Form form, byte[] body, List<StoredRun> runs, FormState state)
            throws IOException, InterruptedException {
        ServiceAnswer answer = sent(form, body, runs, state);
        for (int next = 1; answer.mayBeRepeated() && waiting.before(next, answer); next++) {
            answer = sent(form, body, runs, state);
        }
        return answer;
    }

    private ServiceAnswer sent(Form form, byte[] body, List<StoredRun> runs, FormState state)
            throws IOException, InterruptedException {
        step.lock();
        try {
            requests++;
            ServiceAnswer answer = transport.send(form.path(), form.contentType(), body);
            if (answer.isTaken()) {
                taken(runs, state);
            }
            return answer;
        } finally {
            step.unlock();
        }
    }

    /** For the end of the process: waits until the answer to the request that goes on is noted, and lets no other begin. */
    public void stop() {
        try {
            if (!step.tryLock(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void taken(List<StoredRun> runs, FormState state) throws IOException {
        state.sent().add(runs);
        runs.forEach(run -> sent.add(run.id()));
    }

    /** A service may take a request and say which part of it was of no use. */
    private void note(String answer) {
        String text = destination.withoutKeys(answer).strip();
        boolean isNews = text.startsWith("run ") || PartialFailure.isIn(text);
        if (isNews && notes.size() < MOST_NOTES) {
            notes.add(text.substring(0, Math.min(LONGEST_NOTE, text.length())));
        }
    }

    private PushException problem(ServiceAnswer answer) {
        String said = destination.withoutKeys(answer.text()).strip();
        String what =
                switch (answer.status()) {
                    case 0 -> "does not answer: ";
                    case 401, 403 -> "does not accept the key (" + answer.status() + "): ";
                    default -> "answers with status " + answer.status() + ": ";
                };
        return new PushException(destination + " " + what + said.substring(0, Math.min(LONGEST_NOTE, said.length()))
                + "\nperf-agent: " + sent.size() + (sent.size() == 1 ? " run was" : " runs were")
                + " sent; the same command sends the rest");
    }

    /** What came of it until now. */
    public PushResult result() {
        before.removeAll(sent);
        return new PushResult(sent.size(), before.size(), requests, refused.size(), List.copyOf(notes));
    }

    @Override
    public void close() throws IOException {
        for (FormState form : forms) {
            form.sent().close();
        }
    }

    private record FormState(Form form, SentRuns sent) {}
}
