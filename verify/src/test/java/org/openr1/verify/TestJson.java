package org.openr1.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A small reader of JSON for the golden tests of this module, which depends on nothing. Objects
 * become maps in the order of the text, arrays lists, numbers {@link Double}.
 */
public final class TestJson {
  private static final Pattern LINE_END = Pattern.compile("\n");

  private final String text;
  private int at;

  private TestJson(String text) {
    this.text = text;
  }

  /** The value that the text holds: Map, List, String, Double, Boolean or null. */
  public static @Nullable Object parse(String line) {
    TestJson json = new TestJson(line);
    @Nullable Object value = json.value();
    json.skipSpace();
    if (json.at != line.length()) {
      throw json.error("text behind the value");
    }
    return value;
  }

  /** The objects of a JSON Lines file, plain or {@code .gz}. Lines end at {@code \n} only. */
  public static List<Map<String, @Nullable Object>> rows(Path file) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (String line : LINE_END.splitAsStream(read(file)).toList()) {
      if (!line.isBlank()) {
        rows.add(object(parse(line)));
      }
    }
    return rows;
  }

  private static String read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  @SuppressWarnings("unchecked") // the reader makes maps with string keys only
  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new IllegalArgumentException("not an object: " + value);
  }

  private @Nullable Object value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    at++;
    skipSpace();
    if (peek() == '}') {
      at++;
      return map;
    }
    do {
      skipSpace();
      String key = string();
      skipSpace();
      expect(':');
      map.put(key, value());
      skipSpace();
    } while (another('}'));
    return map;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> list = new ArrayList<>();
    at++;
    skipSpace();
    if (peek() == ']') {
      at++;
      return list;
    }
    do {
      list.add(value());
      skipSpace();
    } while (another(']'));
    return list;
  }

  private boolean another(char close) {
    if (peek() == ',') {
      at++;
      return true;
    }
    expect(close);
    return false;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '/' -> c;
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw error("escape cut off");
        }
        int code = Integer.parseInt(text.substring(at, at + 4), 16);
        at += 4;
        yield (char) code;
      }
      default -> throw error("escape " + c);
    };
  }

  private Double number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw error("no value");
    }
    return Double.valueOf(text.substring(start, at));
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw error("no value");
    }
    at += word.length();
    return value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw error("cut off");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw error("no " + c);
    }
    at++;
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException(what + " at " + at);
  }
}
