package org.openr1.train.sft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.openr1.train.run.ConfigChecks;

/** How rows are packed into blocks of at most {@code maxLength} tokens (spec 3.5). */
public enum PackingStrategy {
  /** Best fit, longest first; tokens beyond the limit are lost. */
  BFD,
  /** Best fit, longest first; a longer row is first cut into sequences of its own. */
  BFD_SPLIT,
  /** Everything end to end, cut every {@code maxLength} tokens; a block is one sequence. */
  WRAPPED;

  /** Rows that are packed together: the batch of the data set's map in TRL. */
  private static final int MAP_BATCH = 1000;

  /** The strategy of TRL's name. */
  public static PackingStrategy byName(String name) {
    return switch (name) {
      case "bfd" -> BFD;
      case "bfd_split", "bfd-requeue" -> BFD_SPLIT;
      case "wrapped" -> WRAPPED;
      default ->
          throw new IllegalArgumentException(
              "packing_strategy " + name + " is none of bfd, bfd_split, wrapped");
    };
  }

  /** TRL's name. */
  public String trlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Packs rows, each batch of 1000 by itself. */
  public List<LabeledTokens> pack(List<LabeledTokens> rows, int maxLength) {
    ConfigChecks.atLeast("max_length", maxLength, 1);
    List<LabeledTokens> packed = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += MAP_BATCH) {
      List<LabeledTokens> batch = rows.subList(from, Math.min(rows.size(), from + MAP_BATCH));
      packed.addAll(this == WRAPPED ? wrap(batch, maxLength) : bestFit(batch, maxLength));
    }
    return packed;
  }

  private List<LabeledTokens> bestFit(List<LabeledTokens> rows, int maxLength) {
    List<LabeledTokens> pieces = new ArrayList<>();
    for (LabeledTokens row : rows) {
      int end = this == BFD ? Math.min(row.length(), maxLength) : row.length();
      for (int from = 0; from < end; from += maxLength) {
        pieces.add(row.slice(from, Math.min(end, from + maxLength)));
      }
    }
    pieces.sort(Comparator.comparingInt(LabeledTokens::length).reversed());
    List<List<LabeledTokens>> bins = new ArrayList<>();
    // Bins by the space that is left; within one space the bin that reached it first goes first.
    TreeMap<Integer, List<List<LabeledTokens>>> open = new TreeMap<>();
    for (LabeledTokens piece : pieces) {
      var fitting = open.ceilingEntry(piece.length());
      List<LabeledTokens> bin;
      int space;
      if (fitting == null) {
        bin = new ArrayList<>();
        bins.add(bin);
        space = maxLength;
      } else {
        space = fitting.getKey();
        bin = fitting.getValue().removeFirst();
        if (fitting.getValue().isEmpty()) {
          open.remove(space);
        }
      }
      bin.add(piece);
      open.computeIfAbsent(space - piece.length(), left -> new ArrayList<>()).add(bin);
    }
    return bins.stream().map(PackingStrategy::join).toList();
  }

  private static List<LabeledTokens> wrap(List<LabeledTokens> rows, int maxLength) {
    LabeledTokens all = join(rows);
    List<LabeledTokens> blocks = new ArrayList<>();
    for (int from = 0; from < all.length(); from += maxLength) {
      blocks.add(all.slice(from, Math.min(all.length(), from + maxLength)));
    }
    return blocks;
  }

  /** Rows end to end, each still a sequence. */
  static LabeledTokens join(List<LabeledTokens> rows) {
    int total = rows.stream().mapToInt(LabeledTokens::length).sum();
    int[] ids = new int[total];
    int[] labels = new int[total];
    int at = 0;
    for (LabeledTokens row : rows) {
      System.arraycopy(row.inputIds(), 0, ids, at, row.length());
      System.arraycopy(row.labels(), 0, labels, at, row.length());
      at += row.length();
    }
    int[] lengths =
        rows.stream().flatMapToInt(row -> Arrays.stream(row.sequenceLengths())).toArray();
    return new LabeledTokens(ids, labels, lengths);
  }
}
