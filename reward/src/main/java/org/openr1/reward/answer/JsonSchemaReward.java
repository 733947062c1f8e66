package org.openr1.reward.answer;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 1 when the final text of the completion is one JSON value that a schema allows, bare or in a
 * fence, else 0. Draft 2020-12 unless the schema names another; a reference to another document is
 * refused, nothing is ever fetched. A completion on which a pattern of the schema backtracks
 * without an end counts as not allowed.
 */
public final class JsonSchemaReward implements RewardFunction {
  private static final Pattern FENCE =
      Pattern.compile("\\A```(?:json)?[ \\t]*\\n(.*)\\n[ \\t]*```\\z", Pattern.DOTALL);

  /** Documents of the specification itself, of which the library holds copies. */
  private static final Pattern META_SCHEMA = Pattern.compile("https?://json-schema\\.org/");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Schema schema;

  /**
   * @param schema the schema as JSON text
   * @throws IllegalArgumentException when it is no schema or refers to another document
   */
  public JsonSchemaReward(String schema) {
    Objects.requireNonNull(schema, "schema");
    try {
      SchemaRegistry registry =
          SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder
                      .schemaRegistryConfig(
                          SchemaRegistryConfig.builder()
                              .regularExpressionFactory(SchemaPattern::of)
                              .build())
                      .schemaLoader(
                          loader ->
                              loader.allow(
                                  iri -> META_SCHEMA.matcher(iri.toString()).lookingAt())));
      JsonNode node = JSON.readTree(schema);
      String dialect =
          node.path("$schema").asString(SpecificationVersion.DRAFT_2020_12.getDialectId());
      List<?> errors = registry.getSchema(SchemaLocation.of(dialect)).validate(node);
      if (!errors.isEmpty()) {
        throw new IllegalArgumentException("json_schema: no usable schema: " + errors);
      }
      this.schema = registry.getSchema(node);
      this.schema.initializeValidators();
    } catch (JacksonException | SchemaException | PatternSyntaxException e) {
      throw new IllegalArgumentException("json_schema: no usable schema: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "json_schema_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.each(
        rows, row -> RowScores.of(isAllowed(FinalText.of(row.completion()).strip())));
  }

  private boolean isAllowed(String text) {
    Matcher fence = FENCE.matcher(text);
    JsonNode value;
    try {
      value = JSON.readTree(fence.matches() ? fence.group(1) : text);
    } catch (JacksonException e) {
      return false;
    }
    try {
      return !value.isMissingNode() && schema.validate(value).isEmpty();
    } catch (SchemaPattern.EndlessSearchException e) {
      return false;
    }
  }
}
