package dev.perfagent.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments as they were typed. Under {@code LC_ALL=C} the JVM reads each byte beyond ASCII as U+FFFD, so that a name in
 * another script would fit no run; Linux still has the bytes.
 */
final class GivenArguments {
    private static final char UNREADABLE = '\ufffd';

    private GivenArguments() {}

    /**
     * The arguments, read as UTF-8 where the JVM could not read them.
     *
     * @param commandLine the system's file of the words of this process, each with a zero byte behind it
     */
    static String[] typed(String[] arguments, Path commandLine) {
        String[] typed = arguments.clone();
        List<byte[]> words = null;
        for (int i = 0; i < typed.length; i++) {
            if (typed[i].indexOf(UNREADABLE) >= 0) {
                words = words == null ? words(commandLine) : words;
                int word = words.size() - typed.length + i;
                String read = word < 0 ? null : utf8(words.get(word));
                typed[i] = read == null || !isSame(words.get(word), typed[i]) ? typed[i] : read;
            }
        }
        return typed;
    }

    /** Whether the bytes are those of which the JVM made the argument. */
    private static boolean isSame(byte[] word, String argument) {
        return new String(word, StandardCharsets.US_ASCII).equals(argument);
    }

    private static @Nullable String utf8(byte[] word) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(word))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static List<byte[]> words(Path commandLine) {
        List<byte[]> words = new ArrayList<>();
        try {
            byte[] all = Files.readAllBytes(commandLine);
            int from = 0;
            for (int i = 0; i < all.length; i++) {
                if (all[i] == 0) {
                    words.add(Arrays.copyOfRange(all, from, i));
                    from = i + 1;
                }
            }
        } catch (IOException elsewhere) {
            return List.of();
        }
        return words;
    }
}
