package org.openr1.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters of a reward from options that the verb itself does not have. */
final class RewardParameters {
  private RewardParameters() {}

  /** Reads {@code --key value} and {@code --key=value}; dashes in keys are underscores. */
  static Map<String, String> of(List<String> arguments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--") || argument.length() == 2) {
        throw new InputException(
            "'%s' belongs to no option; give the name of the reward first, then --key value"
                .formatted(argument));
      }
      int equals = argument.indexOf('=');
      String key = (equals < 0 ? argument.substring(2) : argument.substring(2, equals));
      if (equals < 0 && i + 1 == arguments.size()) {
        throw new InputException(argument + " has no value");
      }
      String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
      if (parameters.put(key.replace('-', '_'), value) != null) {
        throw new InputException("--" + key + " is given twice");
      }
    }
    return parameters;
  }
}
