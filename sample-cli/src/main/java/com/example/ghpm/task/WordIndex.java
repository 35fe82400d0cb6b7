package com.example.ghpm.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds tasks that read much the same. Each title becomes a vector of word counts, a word's place in it being its hash;
 * the wider the vectors, the fewer words share a place, and the more memory they take: 4 bytes by width by tasks.
 */
public final class WordIndex {
    private static final double MUCH_THE_SAME = 0.75;

    private final int width;
    private final List<Entry> entries = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Entry(List<Integer> places, int[] counts, double norm) {}

    public WordIndex(int width) {
        this.width = width;
    }

    public void add(String title) {
        int[] counts = new int[width];
        List<Integer> places = new ArrayList<>();
        for (String word : title.toLowerCase(Locale.ROOT).split(" ", -1)) {
            int place = Math.floorMod(word.hashCode(), width);
            if (counts[place]++ == 0) {
                places.add(place);
            }
        }
        double squares = 0;
        for (int place : places) {
            squares += (double) counts[place] * counts[place];
        }
        entries.add(new Entry(List.copyOf(places), counts, Math.sqrt(squares)));
    }

    /** How many other titles read much the same as the one that was added at this position. */
    public int similarTo(int position) {
        Entry one = entries.get(position);
        int similar = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (i != position && cosine(one, entries.get(i)) >= MUCH_THE_SAME) {
                similar++;
            }
        }
        return similar;
    }

    /** The memory that the vectors take. */
    public long bytes() {
        return (long) Integer.BYTES * width * entries.size();
    }

    private static double cosine(Entry one, Entry other) {
        double product = 0;
        for (int place : one.places) {
            product += (double) one.counts[place] * other.counts[place];
        }
        return product / (one.norm * other.norm);
    }
}
