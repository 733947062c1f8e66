package org.openr1.data.procedural.program;

import java.util.List;
import java.util.stream.Collectors;
import org.openr1.verify.language.TinyLanguage;

/** A program of the mini-language. */
public record Program(List<Statement> statements) {
  public Program {
    statements = List.copyOf(statements);
  }

  /** The program as source text with the keywords of that language. */
  public String text(TinyLanguage language) {
    return text(statements, language);
  }

  static String text(List<Statement> statements, TinyLanguage language) {
    return statements.stream()
        .map(statement -> statement.text(language))
        .collect(Collectors.joining(";"));
  }
}
