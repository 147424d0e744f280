package io.midagoal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken out of a script. */
class MutantsTest {

  private static List<String> mutantsOf(String source) {
    return Mutants.of("x.js", source + "\n").stream()
        .map(mutant -> mutant.mutated().strip())
        .toList();
  }

  @Test
  void eachConditionOfAChain() {
    assertThat(mutantsOf("return a && b(c && d) && e;"))
        .containsExactly(
            "return b(c && d) && e;",
            "return a && e;",
            "return a && b(d) && e;",
            "return a && b(c) && e;",
            "return a && b(c && d);");
  }

  @Test
  void whatBindsMoreStronglyGoesAsAWhole() {
    assertThat(mutantsOf("x = a && b || c;")).contains("x = c;", "x = a && b;");
  }

  @Test
  void theConditionOfAnIf() {
    assertThat(mutantsOf("if (a(b)) { c; }")).contains("if (true) { c; }", "if (false) { c; }");
  }

  @Test
  void theConditionOfAChoice() {
    assertThat(mutantsOf("const x = a === b ? c : d;"))
        .contains("const x = true ? c : d;", "const x = false ? c : d;");
  }

  @Test
  void comparisonsAndNegations() {
    assertThat(mutantsOf("x = !(a < b);")).contains("x = (a < b);", "x = !(a <= b);");
  }

  @Test
  void eachEntryOfAList() {
    assertThat(mutantsOf("const LIST = ['a', 'b', 'c'];"))
        .containsExactly(
            "const LIST = [ 'b', 'c'];", "const LIST = ['a',  'c'];", "const LIST = ['a', 'b', ];");
  }

  @Test
  void limits() {
    assertThat(mutantsOf("const MOST = 20;"))
        .containsExactly("const MOST = 0;", "const MOST = 20000;");
  }

  @Test
  void callsThatStandByThemselves() {
    assertThat(mutantsOf("const f = () => { clear(a, b); };"))
        .containsExactly("const f = () => { ; };");
  }

  @Test
  void callsThatChoose() {
    assertThat(mutantsOf("const x = all.filter((a) => a.b);")).containsExactly("const x = all;");
  }

  @Test
  void nothingOfCommentsStringsAndExpressions() {
    assertThat(mutantsOf("const x = [/a && [/]b/, `!${a}`, ' && ']; // !x && y")).isEmpty();
  }
}
