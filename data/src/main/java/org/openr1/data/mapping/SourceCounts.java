package org.openr1.data.mapping;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a source's rows; rows that {@code where} leaves out do not count.
 *
 * @param read rows read, the bad ones among them
 * @param bad rows that could not be used
 * @param badReasons their number by reason
 */
public record SourceCounts(long read, long bad, SortedMap<String, Long> badReasons) {
  public SourceCounts {
    badReasons = Collections.unmodifiableSortedMap(new TreeMap<>(badReasons));
  }
}
