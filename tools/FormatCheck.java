import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fails, naming the files, when a Java file below the given folder is not as tools/format writes
 * it.
 */
final class FormatCheck {
  private FormatCheck() {}

  public static void main(String[] args) throws IOException {
    List<String> call = new ArrayList<>(List.of("--dry-run", "--set-exit-if-changed"));
    Path folder = Path.of(args[0]);
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(call::add);
      }
    }
    if (call.size() > 2) {
      Main.main(call.toArray(new String[0])); // exits with 1 after printing the files' names
    }
  }
}
