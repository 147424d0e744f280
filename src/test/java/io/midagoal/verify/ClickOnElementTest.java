package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptExecutor;

/** Goals that count clicks on elements, judged on pages of their own. */
// Many tests, each on a page of its own: side by side, none of them is waited for at the end.
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class ClickOnElementTest {
  @Nested
  class Matches {

    @ParameterizedTest
    @ValueSource(strings = {".cta:hover", "p:hover .cta", ":hover > .cta"})
    void what_it_matches_only_under_the_pointer(String selector) {
      String body = "<p><a class=cta href=#>Buy</a></p>";

      assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".md\\:hover\\:bold",
          "[title=':hover']",
          "[title=\"a :hover\"]",
          "[href]:HOVER"
        })
    void names_in_which_the_pointer_is_just_a_word(String selector) {
      String body = "<a class='md:hover:bold' title=':hover' href=#>A</a><a title='a :hover'>B</a>";

      assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:hover + .cta", "a:hover ~ .cta"})
    void nothing_that_the_pointer_would_have_to_be_beside(String selector) {
      String body = "<a href=#>Other</a><b class=cta>Buy</b>";

      assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("no-match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#terms:checked", "label:has(:checked)", "#free:checked, .none"})
    void a_box_that_is_ticked_by_the_click_itself(String selector) {
      String body = "<label><input type=checkbox id=terms>Terms</label><input type=radio id=free>";

      assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
    }

    @Test
    void a_box_that_a_click_unticks() {
      String body = "<input type=checkbox id=terms>";

      assertThat(reason(check(CLICK_ON_ELEMENT, "#terms:not(:checked)", body)))
          .isEqualTo("MATCHED");
    }

    @Test
    void not_what_stands_beside_a_box_that_the_click_does_not_tick_in_time() {
      String body = "<input type=checkbox id=terms><label for=terms>Terms</label>";

      assertThat(reason(check(CLICK_ON_ELEMENT, "#terms:checked + label", body)))
          .isEqualTo("no-match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"button:focus", "form:focus-within button", "form :focus"})
    void what_has_the_focus_as_soon_as_it_is_pressed(String selector) {
      String body = "<form><button type=button>Buy</button></form>";

      assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b:focus", "button:focus + b"})
    void not_what_pressing_does_not_focus(String selector) {
      String body = "<button>Buy</button><b>now</b>";

      assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("no-match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i { visibility: hidden }", "i { display: none }"})
    void what_is_shown_as_soon_as_the_pointer_is_there(String rule) {
      String body =
          "<style>%s p:hover i { visibility: visible; display: inline }</style><p>Row <i>link</i>"
              .formatted(rule);

      assertThat(reason(check(CLICK_ON_ELEMENT, "p i", body))).isEqualTo("MATCHED");
    }

    @Test
    void not_what_is_shown_beside_the_place_where_the_pointer_has_to_be_first() {
      String body =
          "<style>ul { display: none; position: absolute; top: 60px } p:hover + ul { display: block }"
              + " div:hover ul { display: block } div { height: 20px }</style>"
              + "<div>Menu<ul><li><a class=cta href=#>Buy</a></ul></div>";

      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("hidden");
    }

    @Test
    void an_element_in_a_slot_that_scrolls() {
      String body =
          "<div id=h><p style='height:2000px'>Text</p><a class=cta href=#>Buy</a></div><script>"
              + "h.attachShadow({mode: 'open'}).innerHTML ="
              + " '<div style=\"height:200px;overflow:auto\"><slot></slot></div>';</script>";

      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("MATCHED");
    }

    @Test
    void an_element_in_a_box_that_scrolls_and_is_drawn_small() {
      String body =
          "<div style='height:100px;width:150px;overflow:auto;transform:scale(.25)'>"
              + "<p style='height:2200px'>Text</p><a class=cta href=#>Buy</a><p>End</p></div>";

      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("MATCHED");
    }

    @Test
    void one_that_is_in_view_behind_hundreds_that_are_clipped_away() {
      String body =
          "<div style='height:0;overflow:hidden'>"
              + "<i class=cta>a</i>".repeat(250)
              + "</div><p style='height:200px'>Text</p><i class=cta>b</i>";

      assertThat(check(CLICK_ON_ELEMENT, ".cta", body).status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void only_the_upper_one_of_two_that_lie_on_each_other() {
      String layer = "<a class=cta style='position:absolute;inset:0'>%s</a>";
      String url =
          TestPages.page(
              "<div style='position:relative;height:40px'>"
                  + layer.formatted("Under")
                  + layer.formatted("Over")
                  + "</div>");

      Verdict verdict = check(Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)).unique());

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_far_to_the_right() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=cta href=# style='position:absolute;left:5000px'>Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void not_what_it_matches_only_without_the_pointer() {
      String body = "<a class=cta href=#>Buy</a>";

      assertThat(check(CLICK_ON_ELEMENT, ".cta:not(:hover)", body).status())
          .isEqualTo(Status.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {":hover", ":focus", ":focus-within"})
    void and_suggests_the_selector_without_what_the_pointer_changes(String state) {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta:not( " + state + " )", "<a class=cta href=#>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta");
    }

    @Test
    void an_element_in_view() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<a class=\"cta\" href=\"#\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_that_has_to_be_scrolled_to() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style=\"height:5000px\"></div><a class=\"cta\" href=\"#\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void text_without_a_box_of_its_own_that_has_to_be_scrolled_to() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style=\"height:5000px\"></div><a class=\"cta\" href=\"#\" style=\"display:contents\">Buy</a>"
                  + "<div style=\"height:5000px\"></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void text_of_which_the_middle_is_nowhere() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style=\"height:5000px;width:5000px\"></div>"
                  + "<a class=\"cta\" href=\"#\" style=\"margin-left:9000px\">Buy it</a>"
                  + "<div style=\"height:5000px\"></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_in_a_box_that_has_to_be_scrolled() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style=\"height:100px;overflow:auto\"><p style=\"height:900px\"></p><a class=\"cta\" href=\"#\">Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    /** The reason after a real click: a box may be thought to scroll elsewhere than it does. */
    private String probed(String body) {
      String url = TestPages.page(body);
      return reason(checkAt(CLICK_ON_ELEMENT, ".cta", url, Expectation::probe));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "rotate: -90deg",
          "transform: rotate(30deg)",
          "transform: skewX(45deg)",
          "transform: skewX(70deg)",
          "transform: skewY(45deg)",
          "transform: skew(40deg, 40deg)",
          "transform: perspective(600px) rotateX(50deg)",
          "transform: perspective(600px) rotateY(50deg)"
        })
    void an_element_in_a_turned_box_that_has_to_be_scrolled(String turned) {
      String body =
          "<div style='%s; overflow: auto; width: 200px; height: 200px; margin: 60px'>"
                  .formatted(turned)
              + "<div style='width: 1500px; height: 1500px'><a class=cta href=#"
              + " style='position: relative; left: 700px; top: 800px'>Buy</a></div></div>";

      assertThat(probed(body)).isEqualTo("probed");
    }

    @Test
    void an_element_in_a_turned_box_that_is_hardly_larger_than_its_scrollbars() {
      String body =
          "<div style='transform: rotate(45deg); overflow: scroll; width: 30px; height: 30px'>"
              + "<div style='overflow-x: hidden; height: 20px; position: absolute; inset: 0'>"
              + "<a href=#>Log in</a><ul class=cta><li>Buy now<li>Two</ul></div></div>";

      assertThat(probed(body)).isEqualTo("probed");
    }

    @Test
    void an_element_of_which_only_the_far_right_end_beside_the_scrollbar_is_free() {
      String body =
          "<style>body { margin: 0; width: 3000px; height: 3000px }"
              + " .cta { width: 3000px; height: 20px }"
              + " i { position: absolute; left: 0; top: 0; width: 2994px; height: 300px }"
              + "</style><button class=cta>Buy</button><i></i>";

      assertThat(probed(body)).isEqualTo("probed");
    }

    @ParameterizedTest
    @CsvSource({"ltr, 38", "rtl, -2"})
    void a_list_item_of_no_width_by_what_is_free_of_its_marker(String direction, int covered) {
      String body =
          "<ul dir=%s style='overflow: hidden; width: 0; height: 90px'><li class=cta>Buy</ul>"
                  .formatted(direction)
              + "<i style='position: fixed; left: %dpx; width: 20px; top: 0; bottom: 0'></i>"
                  .formatted(covered);

      assertThat(probed(body)).isEqualTo("probed");
    }

    @ParameterizedTest
    @CsvSource({"auto, hidden", "hidden, auto"})
    void an_element_in_a_box_that_scrolls_one_way_only(String across, String down) {
      boolean isFarRight = across.equals("auto");
      String body =
          "<div style='width: 200px; height: 200px; overflow-x: %s; overflow-y: %s'>"
                  .formatted(across, down)
              + "<a class=cta href=# style='display: block; width: 80px; margin: %s'>Buy</a></div>"
                  .formatted(isFarRight ? "0 900px" : "900px 0");

      assertThat(probed(body)).isEqualTo("probed");
    }

    @Test
    void an_element_on_a_page_in_quirks_mode_whose_body_scrolls_by_itself() {
      String url =
          TestPages.html(
              "<html style='overflow: auto'><body style='overflow: auto; height: 200px'>"
                  + "<p style='height: 900px'></p><a class=cta href=#>Buy</a>");

      assertThat(reason(checkAt(CLICK_ON_ELEMENT, ".cta", url))).isEqualTo("MATCHED");
    }

    @Test
    void an_element_far_down_that_is_laid_out_only_when_it_comes_into_view() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style='height:5000px'></div><div style='content-visibility:auto;"
                  + "contain-intrinsic-size:auto 900px'><p>Text</p><a class=cta href='#'>Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_in_a_form_whose_fields_shadow_the_dom() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<form><input name=parentElement><input name=scrollTop><a class=cta>Buy</a></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_whose_child_lies_on_top_of_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\"><b style=\"display:block\">Buy</b></a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_of_no_size_whose_child_can_be_clicked() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div class=\"cta\" style=\"height:0\"><a href=\"#\">Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_without_a_box_of_its_own() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div class=\"cta\" style=\"display:contents\"><a href=\"#\">Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_that_is_covered_in_its_middle_only() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div class=\"cta\" style=\"width:300px;height:90px\">Buy</div><p style=\"position:absolute;left:100px;top:20px;width:120px;height:50px;background:red\">x</p>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_in_a_body_that_scrolls_by_itself() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<style>html,body{overflow-x:hidden;height:100%}</style>"
                  + "<div style='height:3000px'></div><a class=cta href='#'>Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void what_a_narrow_strip_is_free_of_however_many_goals_are_covered() {
      String row = "<div style='position:relative;width:181px;height:20px'>";
      String link = "<a class=%s href=# style='display:block;height:20px'>Buy</a>";
      String above = "<i style='position:absolute;top:0;height:20px;left:%dpx;width:%dpx'></i>";
      String covered = row + link + above.formatted(0, 181) + "</div>";
      StringBuilder page = new StringBuilder("<style>body{margin:0}</style>");
      IntStream.range(0, 22).mapToObj(i -> covered.formatted("n" + i)).forEach(page::append);
      page.append(row).append(link.formatted("cta"));
      page.append(above.formatted(0, 51)).append(above.formatted(53, 128)).append("</div>");
      String url = TestPages.page(page.toString());
      List<Expectation> goals =
          Stream.concat(IntStream.range(0, 22).mapToObj(i -> ".n" + i), Stream.of(".cta"))
              .map(selector -> Expectation.of(goal(CLICK_ON_ELEMENT, selector, url)))
              .toList();

      List<Verdict> verdicts =
          Browsers.with(
              driver -> GoalVerifier.on(driver).timeout(Duration.ofSeconds(15)).verifyAll(goals));

      assertThat(verdicts.get(22).status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void what_is_fixed_and_free_at_the_end_of_the_page_only() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style='position:absolute;z-index:1;top:0;width:100%;height:2000px'></div>"
                  + "<div style='height:4000px'></div>"
                  + "<a class=cta href=# style='position:fixed;left:9px;bottom:9px'>Buy</a>");

      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void what_is_free_at_the_end_of_the_page_only_and_once_a_cover_has_gone() {
      // So small that there is one point to click only, which each look tries at each place.
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<body style='margin:0'><div style='height:4000px'></div>"
                  + "<i style='position:absolute;z-index:1;left:0;top:0;width:100%;"
                  + "height:calc(4000px - 100vh + 290px)'></i>"
                  + "<button class=cta style='position:fixed;left:9px;top:300px;width:1px;height:1px;"
                  + "padding:0;border:0'></button>"
                  + "<div id=cover style='position:fixed;z-index:2;inset:0'></div>"
                  + "<script>setTimeout(() => cover.remove(), 3000)</script>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void what_moves_to_where_another_was_covered_when_more_is_laid_out() {
      String url =
          TestPages.page(
              "<style>button { display: block; width: 90px; height: 100px }</style>"
                  + "<div style='position:fixed;bottom:-6000px;height:6600px'>"
                  + "<div style='position:absolute;bottom:0'>"
                  + "<div style='position:relative'><button id=a></button>"
                  + "<i style='position:absolute;inset:0'></i></div>"
                  + "<button id=c></button><div style='height:6000px'></div>"
                  + "<div style='content-visibility:auto'><button id=b></button></div>"
                  + "</div></div>");

      List<Verdict> verdicts =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .verifyAll(
                          Stream.of("#a", "#b", "#c")
                              .map(value -> Expectation.of(goal(CLICK_ON_ELEMENT, value, url)))
                              .toList()));

      assertThat(verdicts.get(2).status()).isEqualTo(Status.MATCHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"position: fixed; left: 0; top: 0", "position: sticky; left: 0"})
    void what_stays_and_is_free_at_the_right_end_of_the_page_only(String staying) {
      String body =
          "<body style='margin: 0; width: 3000px; height: 9px'><a class=cta href=# style='%s'>Buy</a>"
                  .formatted(staying)
              + "<i style='position: absolute; left: 0; top: 0; height: 90px;"
              + " width: calc(3000px - 100vw)'></i>";

      assertThat(probed(body)).isEqualTo("probed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"top: 0", "top: 100vh"})
    void what_is_fixed_and_free_in_a_corner_of_the_page_only(String covered) {
      String body =
          "<style>body { margin: 0; width: 3000px; height: 3000px } i { position: absolute }</style>"
              + "<a class=cta href=# style='position: fixed; left: 0; top: 0'>Buy</a>"
              + "<i style='left: 0; top: 0; height: 3000px; width: calc(3000px - 100vw)'></i>"
              + "<i style='left: 0; width: 3000px; height: calc(3000px - 100vh); %s'></i>"
                  .formatted(covered);

      assertThat(probed(body)).isEqualTo("probed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"top: 0", "top: 100vh"})
    void what_is_fixed_and_free_at_the_left_of_a_page_that_a_script_has_scrolled(String covered) {
      String body =
          "<style>body { margin: 0; width: 30000px; height: 3000px } i { position: absolute }</style>"
              + "<a class=cta href=# style='position: fixed; left: 0; top: 0'>Buy</a>"
              + "<i style='left: 100vw; top: 0; height: 3000px; width: calc(30000px - 100vw)'></i>"
              + "<i style='left: 0; width: 30000px; height: calc(3000px - 100vh); %s'></i>"
                  .formatted(covered)
              + "<script>scrollTo(30000, 1500)</script>";

      assertThat(probed(body)).isEqualTo("probed");
    }

    @Test
    void what_is_fixed_beneath_a_page_that_ends_above_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<style>body { margin: 0; padding-bottom: 90px }"
                  + " main { height: 9000px; background: #fff; position: relative; z-index: 1 }"
                  + " footer { position: fixed; bottom: 0; height: 90px; width: 100% }</style>"
                  + "<main>Read on</main><footer><a class=cta href=#>Buy</a></footer>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_whose_middle_position_is_covered() {
      String banner = "<div style='position:fixed;left:0;right:0;height:60vh;background:red;";
      Verdict below =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style='height:2000px'></div><a class=cta href='#'>Buy</a>"
                  + "<div style='height:2000px'></div>"
                  + banner
                  + "bottom:0'></div>");

      assertThat(reason(below)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_under_a_header_that_covers_more_than_half() {
      String banner = "<div style='position:fixed;left:0;right:0;height:60vh;background:red;";
      Verdict above =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style='height:2000px'></div><a class=cta href='#'>Buy</a>"
                  + "<div style='height:2000px'></div>"
                  + banner
                  + "top:0'></div>");

      assertThat(reason(above)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_of_which_only_a_late_descendant_can_be_clicked() {
      String hidden = "<i hidden></i>".repeat(100);
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div class=cta style='height:0'>" + hidden + "<a href='#'>Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void the_one_that_is_shown_after_hundreds_that_are_hidden() {
      String hidden = "<a class=cta hidden>Buy</a>".repeat(300);
      Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", hidden + "<a class=cta href='#'>Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_link_that_wraps_over_two_lines() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<p style=\"width:200px\">A text that goes on and <a class=\"cta\" href=\"#\">ends here</a> so</p>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_invisible_check_box_through_its_label() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              "#agree",
              "<input id=\"agree\" type=\"checkbox\" style=\"position:absolute;left:-99px\"><label for=\"agree\">I agree</label>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @CsvSource({
      "<br>, left: 10px; right: 0",
      "<span style=display:block></span>, left: 0; right: 25px"
    })
    void a_control_whose_label_has_a_break_and_only_a_strip_is_free(String with, String covered) {
      String body =
          "<body style='margin: 0; width: 9000px'><p style='margin-left: 3000px'>"
              + "<label><input class=cta type=checkbox hidden>Accept%sit</label></p>"
                  .formatted(with)
              + "<i style='position: fixed; top: 0; bottom: 0; %s'></i>".formatted(covered);

      assertThat(probed(body)).isEqualTo("probed");
    }

    @Test
    void a_control_by_the_text_that_runs_out_of_its_label() {
      String body =
          "<label style='position: fixed; left: -200px; top: 0; width: 180px; white-space: pre'>"
              + "<input class=cta type=radio>A text that is longer than what holds it is</label>";

      assertThat(probed(body)).isEqualTo("probed");
    }

    @Test
    void a_control_inside_its_label() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              "#agree",
              "<label><input id=\"agree\" type=\"checkbox\" hidden> I agree</label>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void the_second_of_two_when_the_first_is_hidden() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" hidden>Buy</a><a class=\"cta\" href=\"#\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void an_element_of_opacity_zero_with_a_warning() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT, ".cta", "<a class=\"cta\" href=\"#\" style=\"opacity:0\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("transparent");
    }

    @Test
    void an_element_beside_an_open_dialog_that_holds_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<dialog id=\"d\"><button class=\"cta\">Buy</button></dialog><script>d.showModal()</script>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void selectors_with_quotes_and_backslashes() {
      String body = "<a id=\"it's\" data-x='\"\\\\' href='#'>Buy</a>";

      Verdict verdict = check(CLICK_ON_ELEMENT, "[id=\"it's\"]", body);

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }
  }

  @Nested
  class IsInvisible {

    @Test
    void because_of_an_ancestor_and_matches_all_the_same() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta", "<p style='opacity:.01'><a class=cta>Buy</a></p>");

      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void because_of_an_ancestor() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta", "<p style='opacity:.01'><a class=cta>Buy</a></p>");

      assertThat(reason(verdict)).isEqualTo("transparent");
    }

    @Test
    void but_is_a_check_box_under_what_is_drawn_in_its_place() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta", "<input class=cta type=checkbox style='opacity:0'>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void but_another_match_is_seen() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=cta style='opacity:0'>Buy</a> <a class=cta>Buy</a>");

      assertThat(verdict.findings()).extracting(Finding::code).containsExactly("several-matches");
    }

    @Test
    void but_faint_things_are_seen() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<a class=cta style='opacity:.3'>Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }
  }

  @Nested
  class WillNotLast {

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".css-1a2b3c",
          ".css-1x2y3z4-Button",
          ".sc-bdVaJa",
          ".jss123",
          "._3xyAB",
          "#ember123",
          "#\\:r1\\:",
          "[id=':r1:']",
          ".Button_primary__3xYaB9",
          ".makeStyles-root-12",
          ".svelte-1tky8bj",
          "[data-v-7ba5bd90]",
          ".a7f3c9e1d5",
          "[class*='css-1a2b3c']",
          "div:nth-child(1) > a:nth-child(1)",
          "html > body > div > a:nth-child(1)"
        })
    void by_names_that_tools_generate(String selector) {
      Verdict verdict = check(CLICK_ON_ELEMENT, selector, GENERATED);

      assertThat(reason(verdict)).isEqualTo("fragile-selector");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".col-md-6",
          ".btn-2x",
          ".h1",
          ".mt-4",
          ".w-1\\/2",
          ".card__titleText",
          ".btn--primary",
          ".addToCart",
          ".goToTop",
          ".icon-24x24",
          ".elementor-element-7f2a1b3",
          ".css-grid",
          ".sc-button",
          ".post-12345",
          ".headline2",
          ".mp3player",
          "li:nth-child(2)",
          ".utf8",
          "#step-2-of-3",
          ".utf8mb4",
          ".menu__item_active",
          ".md\\:flex",
          ".text-\\[13px\\]",
          ".b2bForm"
        })
    void but_not_by_names_that_people_write(String selector) {
      Verdict verdict = check(CLICK_ON_ELEMENT, selector, WRITTEN);

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void and_suggests_one_that_does() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".css-1a2b3c", "<a class=css-1a2b3c data-testid=buy>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-test", "data-test-id", "data-cy", "data-qa"})
    void and_suggests_what_tests_go_by(String attribute) {
      String body = "<a class=css-1a2b3c title=Buy " + attribute + "=buy>Buy</a>";

      assertThat(check(CLICK_ON_ELEMENT, ".css-1a2b3c", body).findings().get(0).suggestion())
          .hasValue("[" + attribute + "=\"buy\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "aria-label", "href", "for", "title", "alt"})
    void and_suggests_an_attribute_that_lasts(String attribute) {
      String body = "<label class=css-1a2b3c " + attribute + "=buy>Buy</label>";

      assertThat(check(CLICK_ON_ELEMENT, ".css-1a2b3c", body).findings().get(0).suggestion())
          .hasValue("label[" + attribute + "=\"buy\"]");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "href=# title=Buy         | a[title=\"Buy\"]",
          "id=css-9z8y7x title=Buy  | a[title=\"Buy\"]",
          "title='Buy&#10;now' alt=b | a[alt=\"b\"]",
          "title='Buy&#13;now' alt=b | a[alt=\"b\"]",
          "title='0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"
              + " 0123456789 0123456789' alt=b | a[alt=\"b\"]",
        })
    void and_leaves_out_what_does_not_last(String attributes, String suggestion) {
      String body = "<a class=css-1a2b3c " + attributes + ">Buy</a>";

      assertThat(check(CLICK_ON_ELEMENT, ".css-1a2b3c", body).findings().get(0).suggestion())
          .hasValue(suggestion);
    }

    @Test
    void and_suggests_none_that_finds_another_element_too() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".css-1a2b3c", "<a class='css-1a2b3c b'>1</a><a class=b>2</a>");

      assertThat(verdict.findings().get(0).suggestion()).isEmpty();
    }
  }

  private static final String GENERATED =
      "<div><a id=ember123 class='css-1a2b3c css-1x2y3z4-Button sc-bdVaJa jss123 _3xyAB"
          + " Button_primary__3xYaB9 makeStyles-root-12 svelte-1tky8bj a7f3c9e1d5' data-v-7ba5bd90>"
          + "1</a></div><b id=':r1:'>2</b>";

  private static final String WRITTEN =
      "<a id=step-2-of-3 class='col-md-6 btn-2x h1 mt-4 w-1/2 card__titleText btn--primary addToCart"
          + " goToTop icon-24x24 elementor-element-7f2a1b3 css-grid sc-button post-12345 headline2"
          + " mp3player utf8 utf8mb4 menu__item_active md:flex text-[13px] b2bForm'>1</a>"
          + "<ul><li>1<li>2</ul>";

  @Nested
  class IsTooBroad {

    @Test
    void with_a_warning_when_two_elements_count() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\">1</a> <a class=\"cta\" href=\"#\">2</a>");

      assertThat(reason(verdict)).isEqualTo("several-matches");
    }

    @Test
    void but_matches_all_the_same() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta", "<a class=cta href=#>1</a><a class=cta href=#>2</a>");

      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void and_broken_when_it_should_be_unique() {
      String url = TestPages.page("<a class=cta href=#>1</a><a class=cta href=#>2</a>");
      Expectation unique = Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)).unique();

      Verdict verdict = check(unique);

      assertThat(verdict.status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void but_not_when_one_match_lies_inside_the_other() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div class=\"cta\"><a class=\"cta\" href=\"#\">1</a></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void but_not_when_the_other_is_hidden() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\">1</a><a class=\"cta\" style=\"display:none\">2</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }
  }

  @Nested
  class HasAnInvalidSelector {

    @Test
    void which_the_browser_rejects() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".cta[", "<p>");

      assertThat(reason(verdict)).isEqualTo("selector-syntax");
    }

    @Test
    void which_is_an_xpath() {
      Verdict verdict = check(CLICK_ON_ELEMENT, "//a[@id=\"x\"]", "<p>");

      assertThat(reason(verdict)).isEqualTo("selector-is-xpath");
    }

    @Test
    void which_is_jquery() {
      Verdict verdict = check(CLICK_ON_ELEMENT, "a:contains(\"Buy\")", "<p>");

      assertThat(reason(verdict)).isEqualTo("selector-is-jquery");
    }

    @Test
    void and_tells_what_the_browser_said() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".cta[", "<p>");

      assertThat(verdict.findings().get(0).message()).contains("'.cta[' is not a valid selector");
    }
  }

  @Nested
  class MatchesNothing {

    @Test
    void on_a_page_without_it() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<p>Hello</p>");

      assertThat(reason(verdict)).isEqualTo("no-match");
    }

    @Test
    void because_it_is_in_a_frame() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT, ".cta", "<iframe srcdoc=\"<a class=cta href=#>Buy</a>\"></iframe>");

      assertThat(reason(verdict)).isEqualTo("only-in-iframe");
    }

    @Test
    void in_a_frame_of_a_frame() {
      String inner = TestPages.page("<a class=cta href=#>Buy</a>");
      String outer = TestPages.page("<iframe id=shop src=" + inner + "></iframe>");
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta", "<iframe id=frame src=" + outer + "></iframe>");

      assertThat(verdict.findings().get(0).message())
          .contains("where Mida does not look: <iframe id=\"shop\"");
    }

    @Test
    void because_it_is_in_a_shadow_root() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div id=\"h\"></div><script>h.attachShadow({mode:\"open\"}).innerHTML=\"<a class=cta>x</a>\"</script>");

      assertThat(reason(verdict)).isEqualTo("only-in-shadow-root");
    }

    @Test
    void and_suggests_the_class_that_is_there() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta-buton", "<a class=\"cta-button\" href=\"#\">Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-button");
    }

    @Test
    void and_suggests_the_only_class_that_shares_a_word() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta-button", "<a class='cta-link other' href='#'>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-link");
    }

    @Test
    void and_suggests_none_of_several_classes_that_share_a_word() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".btn-checkout", "<a class='btn btn-x' href='#'>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).isEmpty();
    }

    @Test
    void and_suggests_the_id_for_a_class_of_that_name() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".buy", "<a id=\"buy\" href=\"#\">Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("#buy");
    }

    @Test
    void and_suggests_the_class_for_an_id_of_that_name() {
      Verdict verdict = check(CLICK_ON_ELEMENT, "#buy", "<a class=buy href=#>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(".buy");
    }

    @Test
    void and_suggests_the_likest_class_whatever_its_case() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".CTA-BUTON", "<a class='cta-link cta-button' href=#>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-button");
    }

    @Test
    void and_suggests_the_class_for_a_bare_word() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, "buy-now", "<a class=\"buy-now\" href=\"#\">Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(".buy-now");
    }

    @Test
    void and_suggests_the_attribute_value_that_is_there() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              "[data-testid=\"buy-nov\"]",
              "<a data-testid=\"buy-now\" href=\"#\">Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy-now\"]");
    }

    @Test
    void and_suggests_the_attribute_of_a_like_name() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, "[data-tesid=buy]", "<a data-testid=buy href=#>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy\"]");
    }

    @Test
    void and_suggests_a_descendant_where_there_is_no_child() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".hero > .cta",
              "<div class=\"hero\"><p><a class=\"cta\" href=\"#\">Buy</a></p></div>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(".hero .cta");
    }

    @Test
    void and_says_which_beginning_still_matches() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".hero .zzz", "<div class=\"hero\">x</div>");

      assertThat(verdict.findings().get(0).message())
          .contains("Its beginning \".hero\" still matches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[title='Buy now'] .zzz", "div:nth-child(2 of .x) .zzz"})
    void and_no_beginning_that_ends_within_quotes_or_brackets_is_tried(String selector) {
      Verdict verdict = check(CLICK_ON_ELEMENT, selector, "<div class=hero>x</div>");

      assertThat(reason(verdict)).isEqualTo("no-match");
    }

    @Test
    void and_suggests_nothing_that_a_visitor_cannot_click() {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".cta-buton", "<a class=cta-button hidden>Buy</a>");

      assertThat(verdict.findings().get(0).suggestion()).isEmpty();
    }
  }

  @Nested
  class CannotBeReached {

    private static final String SLIDES_IN =
        ".over { display: block; transform: translateX(300px); transition: transform 1s }"
            + " .card { overflow: hidden } .card:hover .over { transform: none }";

    private static final String ABOVE_ALL = "<style>i { position: fixed; inset: 0 }</style>";

    private static final String CARD =
        "<style>.card { position: relative; width: 200px; height: 100px }"
            + " .over { display: none; position: absolute; inset: 0 }"
            + " %s</style><div class=card><img class=cta width=200 height=100>"
            + "<div class=over>Details</div></div>";

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".card:hover .over { display: block }",
          "@media (min-width: 1px) { .card { &:hover .over { display: block } } }",
          "@supports (display: block) { @layer a { .none, .card:hover > .over { display: block !important } } }",
          ".none:hover, .card:hover .over { display: block }",
          ".card:hover { .over { display: block } }",
          ".card:not(.off):hover .over { display: block }",
          ".card:hover:not(.off .card) .over { display: block }",
          ".over { display: block } .card:not(:hover) .over { display: none }",
          ".card:hover::after { content: ''; position: absolute; inset: 0 }",
          ".card:hover { content-visibility: hidden }",
          ".cta:hover { visibility: hidden }",
          ".cta:hover { pointer-events: none }",
          ".over { display: block; left: 200px } .card:hover .over { left: 0 }",
          ".over { display: block; overflow: hidden; max-height: 0 } .card:hover .over"
              + " { max-height: 100px }",
          ".over { display: block; transform-origin: 0 200px; rotate: 90deg } .card:hover .over"
              + " { rotate: none }",
        })
    void because_it_gives_way_to_something_else_under_the_pointer(String rule) {
      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", CARD.formatted(rule))))
          .isEqualTo("covered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "-90deg"})
    void because_its_box_scrolls_down_only(String turned) {
      String body =
          "<div style='rotate:%s;width:200px;height:100px;overflow:hidden scroll'>"
                  .formatted(turned)
              + "<div style='width:2000px'><a class=cta href=# style='margin-left:900px'>Buy</a></div></div>";

      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("hidden");
    }

    @Test
    void because_its_scrollbars_alone_are_free() {
      String body =
          "<style>div, i, b { position: absolute; left: 0; top: 0; width: 100px; height: 100px }"
              + " i { width: 85px; height: 85px } b { left: 85px; top: 85px; width: 15px; height: 15px }"
              + "</style><div class=cta style='overflow:scroll'></div><i></i><b></b>";

      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("covered");
    }

    @Test
    void because_an_imported_style_sheet_has_it_give_way_under_the_pointer() {
      String imported = TestPages.style(".card:hover .over { display: block }");
      String body = "<style>@import '" + imported + "';</style>" + CARD.formatted("");

      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("covered");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".card:hover .over { display: block; top: 50px }",
          ".card:hover .over { display: block; pointer-events: none }",
          "@media (min-width: 9000px) { .card:hover .over { display: block } }",
          "@supports (display: unheard-of) { .card:hover .over { display: block } }",
          "@container (min-width: 9000px) { .card:hover .over { display: block } }",
          "@layer a { .card:hover .over { display: block } }",
          ".card:not(:hover) .cta { visibility: visible } .card:hover .none { display: block }",
          ".card:not(.b:hover) .over { display: block } .card.card.card .over { display: none }",
          ".cta:hover { position: relative; top: -2px; transform: scale(1.02) }",
          ".card:hover .over { display: block } .card .over { display: none !important }",
          ".other:hover .over { display: block }",
        })
    void but_it_can_where_enough_of_it_stays_under_the_pointer(String rule) {
      assertThat(check(CLICK_ON_ELEMENT, ".cta", CARD.formatted(rule)).status())
          .isEqualTo(Status.MATCHED);
    }

    @Test
    void and_what_covers_it_under_the_pointer_is_named() {
      String body = CARD.formatted(".card:hover .over { display: block }");

      assertThat(check(CLICK_ON_ELEMENT, ".cta", body).findings().get(0).message())
          .contains("<div class=\"over\">Details</div> takes the click in its place as soon as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"display:none", "position:absolute;left:-9999px"})
    void because_its_label_is_covered(String hidden) {
      String label = "<label><input class=cta style='%s'>Agree</label><i></i>".formatted(hidden);
      Finding finding = check(CLICK_ON_ELEMENT, ".cta", ABOVE_ALL + label).findings().get(0);

      assertThat(finding.code()).isEqualTo("covered");
      assertThat(finding.message())
          .contains("its label <label>Agree</label> cannot be clicked: <i> takes the click");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<label><input class=cta hidden disabled>Agree</label><i></i>",
          "<label for=c><a href=#>Terms</a></label><input class=cta id=c hidden>",
          "<label for=c hidden>Agree</label><input class=cta id=c hidden>",
        })
    void because_it_is_hidden_and_its_label_is_not_what_stops_it(String body) {
      assertThat(check(CLICK_ON_ELEMENT, ".cta", ABOVE_ALL + body).findings().get(0).message())
          .contains("cannot use it: it has display: none");
    }

    @Test
    void because_something_slides_over_it_under_the_pointer() {
      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", CARD.formatted(SLIDES_IN))))
          .isEqualTo("covered");
    }

    @Test
    void and_the_page_hears_nothing_of_the_pointer_that_was_never_there() {
      String url =
          TestPages.page(
              CARD.formatted(SLIDES_IN)
                  + "<script>ontransitionrun = ontransitioncancel = () => heard = true</script>");

      Object heard =
          Browsers.with(
              driver -> {
                GoalVerifier.on(driver).verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)));
                return ((JavascriptExecutor) driver)
                    .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() =>"
                            + " requestAnimationFrame(() => done(window.heard ?? 'nothing')))");
              });

      assertThat(heard).isEqualTo("nothing");
    }

    @Test
    void because_no_part_of_the_image_leads_to_an_area() {
      String body =
          "<img usemap=#m width=100 height=50 src='data:image/gif;base64,"
              + "R0lGODlhAQABAAAAACwAAAAAAQABAAA='><map name=m><area class=cta coords=300,0,350,40></map>";

      assertThat(check(CLICK_ON_ELEMENT, ".cta", body).findings().get(0).message())
          .endsWith("no part of its image <img> leads to it.");
    }

    @Test
    void and_the_pages_own_style_sheets_are_as_before() {
      String url = TestPages.page(CARD.formatted(".card:hover .over { display: block }"));

      Object left =
          Browsers.with(
              driver -> {
                GoalVerifier.on(driver).verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)));
                return ((JavascriptExecutor) driver)
                    .executeScript(
                        "return document.adoptedStyleSheets.length"
                            + " + document.styleSheets[0].cssRules[2].cssText");
              });

      assertThat(left).isEqualTo("0.card:hover .over { display: block; }");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "<select><option class=cta>One</select>          | the options of <select> take no clicks",
          "<select multiple disabled><option class=cta>One | it is disabled",
          "<select size=3 disabled><option class=cta>One   | it is disabled",
          "<details><summary>M</summary><a class=cta>Buy   | it lies in the closed <details>",
          "<details><summary>M<i class=cta hidden>Buy      | it has display: none",
          "<div hidden><a class=cta>Buy                    | its ancestor <div> has display: none",
          "<a class=cta hidden>Buy                         | it has display: none",
          "<p style=content-visibility:hidden><a class=cta>Buy"
              + " | its ancestor <p> has content-visibility: hidden",
          "<span style=content-visibility:hidden><a class=cta style=visibility:hidden>Buy"
              + " | it has visibility: hidden",
          "<p><template shadowrootmode=open></template><a class=cta>Buy"
              + " | its shadow host has no slot for it",
          "<a class=cta style=visibility:hidden>Buy        | it has visibility: hidden",
          "<p class=cta style=width:0;height:9px>          | it is 0 by 9 pixels large",
          "<p class=cta style=width:9px;height:0>          | it is 9 by 0 pixels large",
          "<button class=cta disabled>Buy                  | it is disabled",
          "<button disabled><b class=cta>Buy               | its ancestor <button> is disabled",
          "<a class=cta inert>Buy                          | it is inert",
          "<p inert><a class=cta>Buy                       | its ancestor <p> is inert",
          "<a class=cta style=pointer-events:none>Buy      | it has pointer-events: none",
          "<p style=position:fixed;top:-99px><a class=cta>Buy"
              + " | it lies where a visitor cannot scroll to",
          "<p class=cta style=width:90px;height:50px><iframe width=100 height=60 style=border:0>"
              + " | clicks on it go to the document inside <iframe>",
          "<dialog id=d>Hi</dialog><a class=cta>Buy</a><script>d.showModal()</script>"
              + " | the open dialog <dialog id=\"d\"> blocks the page",
          "<a class=cta style=display:block;clip-path:inset(50%)>Buy"
              + " | its own clip-path leaves nothing of it to be seen",
          "<p style=clip-path:inset(50%)><a class=cta>Buy"
              + " | the <p> around it has a clip-path that leaves nothing of it to be seen",
          "<p class=cta style='position:absolute;clip:rect(0 0 0 0)'>Buy"
              + " | its own clip leaves nothing of it to be seen",
          // Of several, the one that is nearest to being reachable
          "<a class=cta hidden>A</a><button class=cta disabled>B | it is disabled",
          "<a class=cta inert>A</a><a class=cta style=pointer-events:none>B"
              + " | it has pointer-events: none",
          "<a class=cta hidden>A</a><a class=cta inert>B   | it is inert",
          "<a class=cta hidden>A</a><p class=cta style=width:90px;height:50px><iframe width=100"
              + " height=60 style=border:0> | clicks on it go to the document inside <iframe>",
        })
    void for_a_reason_that_is_told(String body, String reason) {
      assertThat(check(CLICK_ON_ELEMENT, ".cta", body).findings().get(0).message())
          .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"top:-60px", "top:60px", "left:-60px", "left:60px"})
    void because_what_is_around_it_clips_it_away(String where) {
      String body =
          "<div style='width:50px;height:50px;margin:80px;overflow:clip'><b class=cta"
              + " style='display:block;width:40px;height:40px;position:relative;%s'></b></div>";

      assertThat(check(CLICK_ON_ELEMENT, ".cta", body.formatted(where)).findings().get(0).message())
          .contains("its ancestor <div> clips it away");
    }

    @Test
    void because_a_frame_beside_it_lies_above() {
      String body =
          "<a class=cta href=#>Buy</a>"
              + "<iframe style='position:fixed;inset:0;width:100%;height:100%;border:0'></iframe>";

      assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("covered");
    }

    @Test
    void because_of_display_none() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style=\"display:none\"><a class=\"cta\" href=\"#\">Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void because_of_visibility_hidden() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\" style=\"visibility:hidden\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void because_it_is_in_a_closed_details() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<details><summary>More</summary><a class=\"cta\" href=\"#\">Buy</a></details>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void because_it_has_no_size() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" style=\"display:block;width:0;height:0;overflow:hidden\" href=\"#\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void because_an_ancestor_clips_it_away() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div style=\"max-height:0;overflow:hidden\"><a class=\"cta\" href=\"#\">Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void because_its_clip_leaves_nothing_of_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<b class=cta style='position:absolute;width:1px;height:1px;overflow:hidden;"
                  + "clip:rect(0,0,0,0)'>Buy</b>");

      assertThat(verdict.findings().get(0).message()).contains("its own clip leaves nothing");
    }

    @Test
    void because_it_lies_outside_of_the_page() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\" style=\"position:absolute;left:-9999px\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void because_the_page_does_not_scroll_to_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<style>html{overflow:hidden}</style><div style=\"height:5000px\"></div><a class=\"cta\" href=\"#\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void because_something_covers_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\">Buy</a><div style=\"position:fixed;inset:0\">x</div>");

      assertThat(reason(verdict)).isEqualTo("covered");
    }

    @Test
    void because_it_is_disabled() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta", "<button class=\"cta\" disabled>Buy</button>");

      assertThat(reason(verdict)).isEqualTo("disabled");
    }

    @Test
    void because_its_fieldset_is_disabled() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<fieldset disabled><button class=\"cta\">Buy</button></fieldset>");

      assertThat(reason(verdict)).isEqualTo("disabled");
    }

    @Test
    void because_it_lies_inside_a_disabled_button() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT, ".cta", "<button disabled><span class=\"cta\">Buy</span></button>");

      assertThat(reason(verdict)).isEqualTo("disabled");
    }

    @Test
    void because_it_takes_no_pointer_events() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<p><a class=\"cta\" href=\"#\" style=\"pointer-events:none\">Buy</a></p>");

      assertThat(reason(verdict)).isEqualTo("no-pointer-events");
    }

    @Test
    void because_it_is_inert() {
      Verdict verdict =
          check(CLICK_ON_ELEMENT, ".cta", "<div inert><a class=\"cta\" href=\"#\">Buy</a></div>");

      assertThat(reason(verdict)).isEqualTo("inert");
    }

    @Test
    void because_a_modal_dialog_is_open() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\">Buy</a><dialog id=\"d\">Hi</dialog><script>d.showModal()</script>");

      assertThat(reason(verdict)).isEqualTo("inert");
    }

    @Test
    void because_clicks_on_a_frame_stay_inside_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              "iframe",
              "<iframe style=\"border:0\" srcdoc=\"<p>x</p>\"></iframe>");

      assertThat(reason(verdict)).isEqualTo("only-in-iframe");
    }

    @Test
    void because_it_is_an_option_of_a_closed_drop_down() {
      Verdict verdict = check(CLICK_ON_ELEMENT, "option", "<select><option>One</select>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void and_names_the_ancestor_that_hides_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<div class=\"menu\" style=\"display:none\"><a class=\"cta\" href=\"#\">Buy</a></div>");

      assertThat(verdict.findings().get(0).message())
          .contains("its ancestor <div class=\"menu\"> has display: none");
    }

    @Test
    void and_names_what_covers_it() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              ".cta",
              "<a class=\"cta\" href=\"#\">Buy</a><div class=\"cookies\" style=\"position:fixed;inset:0\">x</div>");

      assertThat(verdict.findings().get(0).message())
          .contains("<div class=\"cookies\">x</div> takes the click");
    }
  }
}
