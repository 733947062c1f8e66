package org.openr1.data.procedural;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The parts of the tiny world. A hash of the problem's canonical form decides which part it belongs
 * to, so the parts are disjoint whatever seeds, counts and languages are asked for.
 */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /** The part that a problem belongs to: 8 in 10 train, 1 in 10 each of the others. */
  public static Split of(String canonicalForm) {
    return switch ((int) Long.remainderUnsigned(hash(canonicalForm), 10)) {
      case 8 -> VALIDATION;
      case 9 -> TEST;
      default -> TRAIN;
    };
  }

  /** The name in recipes, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The split of that name.
   *
   * @throws IllegalArgumentException naming the splits there are
   */
  public static Split named(String id) {
    return Arrays.stream(values())
        .filter(split -> split.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no split '"
                        + id
                        + "'; there are: "
                        + Arrays.stream(values())
                            .map(Split::id)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * 64-bit FNV-1a with the finaliser of MurmurHash3: fixed for good, since it decides the splits.
   */
  public static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
