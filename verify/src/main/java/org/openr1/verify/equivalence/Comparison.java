package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.BaseNumber;
import org.openr1.verify.expression.Expression.Congruence;
import org.openr1.verify.expression.Expression.FiniteSet;
import org.openr1.verify.expression.Expression.Interval;
import org.openr1.verify.expression.Expression.Labelled;
import org.openr1.verify.expression.Expression.Listing;
import org.openr1.verify.expression.Expression.Matrix;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Ratio;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Expression.SetBuilder;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.expression.Expression.Text;
import org.openr1.verify.expression.Expression.Tuple;
import org.openr1.verify.expression.Function;
import org.openr1.verify.expression.Printer;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.expression.SetOperator;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/**
 * Compares an answer with a gold answer: first by their shapes (lists, sets, relations, matrices,
 * units), at the leaves as numbers and formulas. Directional where Math-Verify is: an answer may
 * name what the gold only values, and the other way round only for a plain name.
 */
public final class Comparison {
  private static final int MAX_DEPTH = 40;
  private final Strictness strictness;
  private final Work work;
  private final Scalars scalars;
  private final SetReader sets;
  private final Collections collections;
  private int depth;

  public Comparison(Strictness strictness, Work work) {
    this.strictness = strictness;
    this.work = work;
    this.scalars = new Scalars(strictness, work);
    this.sets = new SetReader(scalars, work);
    this.collections = new Collections(this, work);
  }

  /**
   * Whether the answer means what the gold means.
   *
   * @throws Work.Exceeded when a bound is reached
   */
  public Outcome compare(Expression gold, Expression answer) {
    work.spend(1);
    if (gold.equals(answer)) {
      return Outcome.equal("structure");
    }
    if (gold instanceof Labelled || answer instanceof Labelled) {
      return labelled(gold, answer);
    }
    if (++depth > MAX_DEPTH) {
      depth--;
      return Outcome.unknown("depth");
    }
    try {
      return shapes(reduced(gold), reduced(answer));
    } catch (Undefined | ArithmeticException undefined) {
      return Outcome.unknown("undefined");
    } finally {
      depth--;
    }
  }

  /** Of a choice with its letter, the letter is compared with a letter, else the value. */
  private Outcome labelled(Expression gold, Expression answer) {
    if (gold instanceof Labelled left && answer instanceof Labelled right) {
      return Outcome.of(left.label().equals(right.label()), "symbol");
    }
    Labelled choice = gold instanceof Labelled left ? left : (Labelled) answer;
    Expression other = gold instanceof Labelled ? answer : gold;
    if (other instanceof Symbol symbol && symbol.name().length() == 1) {
      return Outcome.of(symbol.name().equals(choice.label()), "symbol");
    }
    return gold instanceof Labelled
        ? compare(choice.value(), answer)
        : compare(gold, choice.value());
  }

  /** Singletons without their braces, chains with their exact part, matrices as one. */
  private Expression reduced(Expression expression) {
    Expression plain = Named.plain(expression);
    return switch (plain) {
      case FiniteSet set
          when depth == 1
              && set.elements().size() == 1
              && !(set.elements().getFirst() instanceof FiniteSet) ->
          set.elements().getFirst();
      case Text text -> Meanings.of(text);
      case Relation relation -> {
        Relation exact = Assignment.exactPart(relation);
        yield exact.relators().isEmpty() ? exact.first() : exact;
      }
      case Expression.Sum sum -> matrixOr(vectorOr(SetReader.differenceOr(sum)));
      case Expression.Product product -> matrixOr(vectorOr(product));
      case Expression.Power power -> matrixOr(power);
      default -> plain;
    };
  }

  private Expression matrixOr(Expression expression) {
    Matrix matrix = Matrices.of(expression, work);
    return matrix == null ? expression : matrix;
  }

  /** 3i - 2j with bold unit vectors is the vector (3, -2). */
  private Expression vectorOr(Expression expression) {
    Set<String> names = Symbols.of(expression);
    if (!names.contains("hat{i}") && !names.contains("hat{j}") && !names.contains("hat{k}")) {
      return expression;
    }
    List<Expression> components = new ArrayList<>();
    List<String> axes = List.of("hat{i}", "hat{j}", "hat{k}");
    for (String axis : names.contains("hat{k}") ? axes : axes.subList(0, 2)) {
      Expression component = expression;
      for (String other : axes) {
        component = Symbols.put(component, other, other.equals(axis) ? Num.ONE : Num.ZERO);
      }
      components.add(component);
    }
    return new Tuple(components, true);
  }

  private Outcome shapes(Expression gold, Expression answer) {
    Map<String, Expression> goldSystem = Named.system(gold);
    Map<String, Expression> answerSystem = Named.system(answer);
    if (goldSystem != null && answerSystem != null) {
      return systems(gold, goldSystem, answer, answerSystem);
    }
    if (gold instanceof Relation || answer instanceof Relation) {
      Outcome relation = relations(gold, answer);
      if (relation != null) {
        return relation;
      }
    }
    if (goldSystem != null || answerSystem != null) {
      return systems(gold, goldSystem, answer, answerSystem);
    }
    if (SetReader.isSet(gold) || SetReader.isSet(answer)) {
      return sets(gold, answer);
    }
    List<Expression> goldItems = Collections.unordered(gold);
    List<Expression> answerItems = Collections.unordered(answer);
    if (goldItems != null && answerItems != null) {
      return collections.anyOrder(goldItems, answerItems);
    }
    List<Expression> goldOrder = Collections.ordered(gold);
    List<Expression> answerOrder = Collections.ordered(answer);
    if (gold instanceof Matrix left && answer instanceof Matrix right) {
      return matrices(left, right);
    }
    if (goldOrder != null && answerOrder != null) {
      return collections.inOrder(goldOrder, answerOrder);
    }
    // A list without parentheses may be a tuple that lost them.
    if (goldOrder != null && answer instanceof Listing list) {
      return collections.inOrder(goldOrder, list.items());
    }
    if (answerOrder != null && gold instanceof Listing list) {
      return collections.inOrder(list.items(), answerOrder);
    }
    if (goldItems == null && answerItems != null && answer instanceof Listing) {
      return oneValue(answerItems, item -> compare(gold, item));
    }
    if (answerItems == null && goldItems != null && gold instanceof Listing) {
      return oneValue(goldItems, item -> compare(item, answer));
    }
    if (goldItems != null || answerItems != null || goldOrder != null || answerOrder != null) {
      return Outcome.different("shape");
    }
    return leaves(gold, answer);
  }

  /** "3/4 or 0.75" is one value written twice. */
  private static Outcome oneValue(
      List<Expression> items, java.util.function.Function<Expression, Outcome> other) {
    for (Expression item : items) {
      Outcome outcome = other.apply(item);
      if (!outcome.isEqual()) {
        return outcome.isUnknown() ? outcome : Outcome.different("shape");
      }
    }
    return Outcome.equal("elements");
  }

  private Outcome leaves(Expression gold, Expression answer) {
    if (gold instanceof Text || answer instanceof Text) {
      return texts(gold, answer);
    }
    if (gold instanceof Congruence || answer instanceof Congruence) {
      return congruences(gold, answer);
    }
    if (gold instanceof Ratio || answer instanceof Ratio) {
      return ratios(gold, answer);
    }
    if (gold instanceof BaseNumber left && answer instanceof BaseNumber right) {
      return Outcome.of(left.base() == right.base() && left.value().equals(right.value()), "base");
    }
    if (gold instanceof Symbol left && answer instanceof Symbol right) {
      return Outcome.of(left.name().equals(right.name()), "symbol");
    }
    Measured goldValue = Measured.of(gold);
    Measured answerValue = Measured.of(answer);
    if (goldValue.isPlain() && answerValue.isPlain()) {
      return scalars.compare(gold, answer);
    }
    if (goldValue.value() instanceof Ratio && answerValue.value() instanceof Ratio) {
      return goldValue.unit().equals(answerValue.unit())
          ? compare(goldValue.value(), answerValue.value())
          : Outcome.different("unit");
    }
    return Measured.compare(goldValue, answerValue, scalars);
  }

  private static Outcome texts(Expression gold, Expression answer) {
    String left = gold instanceof Text text ? text.text() : Printer.print(gold).replace("*", "");
    String right =
        answer instanceof Text text ? text.text() : Printer.print(answer).replace("*", "");
    return Outcome.of(Wording.same(left, right), "words");
  }

  /** Null when both sides are better compared in another way. */
  private @Nullable Outcome relations(Expression gold, Expression answer) {
    if (gold instanceof Relation left && answer instanceof Relation right) {
      return bothRelations(left, right);
    }
    if (answer instanceof Relation relation) {
      Expression value = valueOf(relation, false);
      return value == null ? impossible(relation) : compare(gold, value);
    }
    Relation relation = (Relation) gold;
    Expression value = valueOf(relation, true);
    return value == null ? impossible(relation) : compare(value, answer);
  }

  private @Nullable Outcome impossible(Relation relation) {
    return SetReader.isCondition(relation) ? null : Outcome.different("shape");
  }

  /** What a relation says is the value of something, or null. */
  private @Nullable Expression valueOf(Relation relation, boolean nameOnly) {
    Assignment assignment = Assignment.of(relation);
    if (assignment != null) {
      return assignment.value();
    }
    boolean equations = relation.relators().stream().allMatch(r -> r == Relator.EQUAL);
    if (!equations) {
      return null;
    }
    Set<String> names = Symbols.of(relation);
    if (names.isEmpty()) {
      return Relations.holds(relation, scalars) ? relation.last() : null;
    }
    // "x + y = 7" answers what x + y is; "x^2 = 7" does not say what x is.
    boolean several =
        Symbols.of(relation.first()).size() > 1
            || (relation.isSingle() && Assignment.isDescription(relation.first()));
    return !nameOnly && several && Symbols.of(relation.last()).isEmpty() ? relation.last() : null;
  }

  private @Nullable Outcome bothRelations(Relation gold, Relation answer) {
    if (gold.isSingle() && answer.isSingle() && isComparable(gold) && isComparable(answer)) {
      Outcome direct = new Relations(strictness, work).compare(gold, answer);
      if (direct.isEqual()) {
        return direct;
      }
    }
    boolean goldCondition = SetReader.isCondition(gold);
    boolean answerCondition = SetReader.isCondition(answer);
    if (goldCondition && answerCondition) {
      return null;
    }
    Assignment left = Assignment.of(gold);
    Assignment right = Assignment.of(answer);
    // "x in [0, 1)" says the same as "0 <= x < 1".
    if (goldCondition && right != null && SetReader.maybeSet(right.value())) {
      return sets(gold, right.value());
    }
    if (answerCondition && left != null && SetReader.maybeSet(left.value())) {
      return sets(left.value(), answer);
    }
    if (left != null && right != null) {
      if (left.name() instanceof Tuple && right.name() instanceof Tuple) {
        return compare(left.name(), right.name()).isEqual()
            ? compare(left.value(), right.value())
            : null;
      }
      boolean mixed =
          Symbols.of(left.value()).contains(left.family())
              || Symbols.of(right.value()).contains(right.family())
              || Symbols.of(left.value()).contains(right.family())
              || Symbols.of(right.value()).contains(left.family());
      boolean formula = !Symbols.of(left.value()).isEmpty() || !Symbols.of(right.value()).isEmpty();
      boolean renamed = formula && !sameName(left.name(), right.name());
      return mixed || renamed
          ? Outcome.different("relation")
          : compare(left.value(), right.value());
    }
    return chains(gold, answer);
  }

  /** A formula may be called y or f(x), but g is not f and w is not y. */
  private static boolean sameName(Expression gold, Expression answer) {
    return gold instanceof Symbol == answer instanceof Symbol
        ? gold.equals(answer) || gold instanceof Text || answer instanceof Text
        : true;
  }

  /** Link by link, from the left or from the right. */
  private Outcome chains(Relation gold, Relation answer) {
    if (gold.relators().equals(answer.relators())) {
      Outcome direct = collections.inOrder(gold.operands(), answer.operands());
      if (direct.isEqual()) {
        return direct;
      }
    }
    List<Relator> turned = answer.relators().reversed().stream().map(Relator::flipped).toList();
    return gold.relators().equals(turned)
        ? collections.inOrder(gold.operands(), answer.operands().reversed())
        : Outcome.different("relation");
  }

  private static boolean isComparable(Relation relation) {
    Relator relator = relation.relators().getFirst();
    return relator == Relator.EQUAL || relator == Relator.NOT_EQUAL || relator.isInequality();
  }

  private Outcome systems(
      Expression gold,
      @Nullable Map<String, Expression> left,
      Expression answer,
      @Nullable Map<String, Expression> right) {
    if (left != null && right != null) {
      return left.keySet().equals(right.keySet())
          ? collections.inOrder(valuesOf(left, left), valuesOf(right, left))
          : collections.anyOrder(items(gold), items(answer));
    }
    // Without names the values come in the order of the names, of coordinates in theirs.
    boolean tuple = gold instanceof Tuple || answer instanceof Tuple;
    List<Expression> goldValues = left == null ? values(gold) : inNameOrder(left, tuple);
    List<Expression> answerValues = right == null ? values(answer) : inNameOrder(right, tuple);
    return goldValues == null || answerValues == null
        ? Outcome.different("shape")
        : collections.inOrder(goldValues, answerValues);
  }

  private static List<Expression> inNameOrder(Map<String, Expression> system, boolean sorted) {
    boolean letters = system.keySet().stream().allMatch(name -> name.length() == 1);
    return valuesOf(system, sorted && letters ? new TreeMap<>(system) : system);
  }

  private static List<Expression> valuesOf(
      Map<String, Expression> system, Map<String, Expression> order) {
    return order.keySet().stream().map(system::get).filter(Objects::nonNull).toList();
  }

  private static List<Expression> items(Expression expression) {
    return expression instanceof Listing listing ? listing.items() : List.of(expression);
  }

  private static @Nullable List<Expression> values(Expression expression) {
    return expression instanceof Listing listing
        ? listing.items()
        : Collections.ordered(expression);
  }

  private Outcome sets(Expression gold, Expression answer) {
    boolean crossed =
        gold instanceof Relation != answer instanceof Relation && !strictness.setAgainstRelation();
    if (crossed) {
      return Outcome.different("set_against_relation");
    }
    RealSet left = sets.read(gold);
    RealSet right = left == null ? null : sets.read(answer);
    if (left != null && right != null) {
      return Outcome.of(sets.sets().same(left, right), "real_set");
    }
    if (gold instanceof Interval a && answer instanceof Interval b) {
      return a.lowClosed() == b.lowClosed() && a.highClosed() == b.highClosed()
          ? collections.inOrder(List.of(a.low(), a.high()), List.of(b.low(), b.high()))
          : Outcome.different("interval");
    }
    if (gold instanceof Expression.SetOperation a
        && answer instanceof Expression.SetOperation b
        && a.operator() == b.operator()) {
      return a.operator() == SetOperator.DIFFERENCE
          ? collections.inOrder(a.operands(), b.operands())
          : collections.anyOrder(a.operands(), b.operands());
    }
    if (gold instanceof Relation a && answer instanceof Relation b) {
      return chains(a, b);
    }
    List<Expression> goldItems = Collections.unordered(gold);
    List<Expression> answerItems = Collections.unordered(answer);
    if (goldItems != null && answerItems != null) {
      return collections.anyOrder(goldItems, answerItems);
    }
    if (gold instanceof SetBuilder a && answer instanceof SetBuilder b) {
      return collections.inOrder(
          List.of(a.element(), a.condition()), List.of(b.element(), b.condition()));
    }
    return gold instanceof SetBuilder || answer instanceof SetBuilder
        ? Outcome.unknown("set")
        : Outcome.different("set");
  }

  private Outcome matrices(Matrix gold, Matrix answer) {
    if (gold.rows().size() != answer.rows().size()
        || Matrices.columns(gold) != Matrices.columns(answer)) {
      return Outcome.different("matrix");
    }
    return collections.inOrder(Symbols.parts(gold), Symbols.parts(answer));
  }

  private Outcome congruences(Expression gold, Expression answer) {
    Expression left = gold instanceof Congruence congruence ? residue(congruence) : gold;
    Expression right = answer instanceof Congruence congruence ? residue(congruence) : answer;
    if (gold instanceof Congruence a && answer instanceof Congruence b) {
      if (!scalars.same(a.modulus(), b.modulus())) {
        return Outcome.different("modulus");
      }
      Expression remainder =
          new Expression.Call(
              Function.MOD, List.of(Expression.difference(left, right), a.modulus()));
      Rational exact = new ExactEvaluator(work).value(remainder);
      if (exact != null) {
        return Outcome.of(exact.isZero(), "modulo");
      }
    }
    return compare(left, right);
  }

  private static Expression residue(Congruence congruence) {
    return congruence.value() instanceof Relation relation ? relation.last() : congruence.value();
  }

  /** Times of the day have units or zeros: they are no ratios. */
  private boolean inProportion(List<Expression> parts) {
    return parts.stream()
        .allMatch(
            part -> {
              Integer sign = scalars.sign(part);
              return Measured.of(part).isPlain() && (sign == null || sign != 0);
            });
  }

  /** In proportion; against a number the first part over the second. */
  private Outcome ratios(Expression gold, Expression answer) {
    List<Expression> left = gold instanceof Ratio ratio ? ratio.parts() : List.of(gold, Num.ONE);
    List<Expression> right =
        answer instanceof Ratio ratio ? ratio.parts() : List.of(answer, Num.ONE);
    if (left.size() != right.size()) {
      return Outcome.different("ratio");
    }
    Outcome direct = collections.inOrder(left, right);
    if (direct.isEqual() || !inProportion(left) || !inProportion(right)) {
      return direct;
    }
    for (int i = 1; i < left.size(); i++) {
      Outcome crossed =
          scalars.compare(
              Expression.product(left.getFirst(), right.get(i)),
              Expression.product(right.getFirst(), left.get(i)));
      if (!crossed.isEqual()) {
        return new Outcome(crossed.truth(), "ratio");
      }
    }
    return Outcome.equal("ratio");
  }
}
