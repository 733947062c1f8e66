package org.openr1.data.card;

import java.util.List;

/** A configuration of a dataset: what {@code load_dataset(folder, name)} loads. */
public record CardConfig(String name, List<CardSplit> splits) {
  public CardConfig {
    splits = List.copyOf(splits);
  }
}
