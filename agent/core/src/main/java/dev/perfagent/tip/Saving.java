package dev.perfagent.tip;

/**
 * Something a run could have done without.
 *
 * @param requests GitHub requests saved; 0 when it is not about requests
 * @param ms time saved, at most
 * @param tip how, with the numbers
 */
record Saving(long requests, double ms, String tip) {
    /** A cause that makes up less of the whole than this is not worth a tip. */
    static final double WORTH_IT = 0.10;
}
