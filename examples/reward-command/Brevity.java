import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reward as a command, for machines without Python: {@code java Brevity.java 50} gives 1 up to so
 * many tokens, then less, 0 at twice as many. It needs one number of each row only, so that it does
 * without a library for JSON.
 */
public final class Brevity {
  // Quotes inside texts are escaped in JSON: this matches the key alone.
  private static final Pattern TOKENS = Pattern.compile("(?<!\\\\)\"completion_tokens\":(\\d+)");

  private Brevity() {}

  /** Answers each line of standard input with one line. */
  public static void main(String[] args) throws IOException {
    int limit = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Matcher tokens = TOKENS.matcher(line);
      if (tokens.find()) {
        double count = Integer.parseInt(tokens.group(1));
        System.out.println(Math.max(0.0, Math.min(1.0, 2 - count / limit)));
      } else {
        System.out.println("null");
      }
      System.out.flush();
    }
  }
}
