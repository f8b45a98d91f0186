package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;

/** Conditions: an operand, a sign or word of comparison, another operand. */
final class SqlComparison {

  private SqlComparison() {}

  /** Whether an operand, a comparison and another operand stand there. */
  static boolean compares(SqlPlace place) {
    SqlPlace operator = place.pastOperand();
    if (operator == null) {
      return false;
    }
    SqlToken token = operator.token(0);
    if (token.is(Kind.OPERATOR) && SqlVocabulary.COMPARISONS.contains(token.text())) {
      return operator.ahead(1).pastSigns().isOperand() || operator.ahead(1).token(0).is(Kind.OPEN);
    }
    boolean negated = token.is("not");
    SqlToken word = negated ? operator.token(1) : token;
    SqlToken right = operator.token(negated ? 2 : 1);
    boolean compares = word.is(Kind.WORD) && SqlVocabulary.WORD_COMPARISONS.contains(word.text());
    boolean value = right.isLiteral() || right.is(Kind.OPEN) || right.is("not");
    return compares && (value || operator.ahead(negated ? 2 : 1).isCall());
  }

  static boolean numbersCompared(SqlPlace place) {
    return place.token(0).is(Kind.NUMBER)
        && place.token(1).is("=")
        && place.token(2).is(Kind.NUMBER);
  }
}
