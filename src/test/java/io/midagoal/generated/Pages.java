package io.midagoal.generated;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Pages in which parts overlap, overflow, turn, stick, hide and repeat, as HTML. All of them name
 * their elements from one small set, so that a selector has a fair chance to match.
 */
final class Pages {

  /** Class names that the elements of a page draw from. */
  static final List<String> CLASSES = List.of("a", "b", "c", "d", "e", "f", "g");

  /** What the pages say. */
  static final List<String> TEXTS = List.of("Buy now", "Start free trial", "Log in", "More");

  private static final String STYLE_SHEET =
      "<style>body{margin:8px;font:16px/20px sans-serif}"
          + ".cover::before{content:'';position:absolute;inset:0}"
          + ".after::after{content:' Buy now'}</style>";

  private static final Arbitrary<Integer> PIXELS =
      Arbitraries.of(0, 1, 10, 20, 40, 80, 120, 200, 300, 500, -10, -40, -120, -600);

  private static final Arbitrary<Integer> SIZE = Arbitraries.of(0, 3, 10, 30, 60, 100, 200, 400);

  /** How large boxes are, and where they lie. */
  private static final Arbitrary<String> PLACE =
      Combinators.combine(
              Arbitraries.of("absolute", "absolute", "relative", "fixed", "sticky"),
              PIXELS,
              PIXELS,
              SIZE,
              SIZE,
              Arbitraries.of("", "", ";z-index:-1", ";z-index:0", ";z-index:1", ";z-index:2"))
          .as(
              (position, left, top, width, height, layer) ->
                  "position:%s;left:%dpx;top:%dpx;width:%dpx;height:%dpx%s"
                      .formatted(position, left, top, width, height, layer));

  private static final Arbitrary<String> CLIPPED_BOX =
      Combinators.combine(
              Arbitraries.of("hidden", "hidden", "auto", "scroll", "clip", "visible"), SIZE, SIZE)
          .as("overflow:%s;width:%dpx;height:%dpx"::formatted);

  private static final Arbitrary<String> LOOK =
      Arbitraries.of(
          "opacity:0",
          "opacity:.5",
          "visibility:hidden",
          "visibility:hidden",
          "visibility:visible",
          "visibility:collapse",
          "display:none",
          "display:none",
          "display:inline",
          "display:inline-block",
          "display:block",
          "display:flex",
          "display:grid",
          "display:contents",
          "display:flow-root",
          "pointer-events:none",
          "pointer-events:none",
          "pointer-events:auto",
          "clip-path:inset(100%)",
          "clip-path:inset(0 0 50% 50%)",
          "clip-path:circle(30%)",
          "clip-path:polygon(0 0,100% 0,0 100%)",
          "position:absolute;clip:rect(0,0,0,0)",
          "position:absolute;inset:0",
          "position:fixed;inset:0",
          "position:fixed;bottom:0;left:0;right:0;height:60px",
          "position:fixed;top:0;left:0;right:0;height:60px",
          "position:sticky;top:0;z-index:1",
          "transform:rotate(45deg)",
          "transform:rotate(90deg)",
          "transform:scale(0)",
          "transform:scale(.5)",
          "transform:scaleX(-1)",
          "transform:translateX(-600px)",
          "transform:translate(50px,80px)",
          "transform:translateY(-100%)",
          "transform:skewX(60deg)",
          "transform:perspective(90px) rotateY(180deg);backface-visibility:hidden",
          "rotate:30deg;translate:40px 0",
          "zoom:.5",
          "margin:-20px",
          "margin-top:-60px",
          "margin-top:400px",
          "margin-left:600px",
          "padding:20px",
          "padding:0;border:20px solid",
          "float:right;width:60px",
          "float:left",
          "height:0",
          "max-height:0;overflow:hidden",
          "width:0;height:0;overflow:hidden",
          "width:60px",
          "font-size:0",
          "line-height:0",
          "text-indent:-9999px",
          "text-indent:-9999px;overflow:hidden",
          "border-radius:50%;width:60px;height:60px",
          "border-radius:50%;width:60px;height:60px;overflow:hidden",
          "content-visibility:hidden",
          "content-visibility:auto",
          "contain:paint;height:10px",
          "columns:2;width:200px",
          "writing-mode:vertical-rl",
          "direction:rtl",
          "user-select:none",
          "will-change:transform",
          "filter:blur(1px)",
          "mix-blend-mode:multiply",
          "scroll-behavior:smooth;overflow:auto;height:50px",
          "overflow-x:hidden;height:20px",
          "overflow-y:clip;height:20px",
          "overflow:auto;max-height:40px",
          "text-transform:uppercase",
          "text-transform:capitalize",
          "text-transform:lowercase",
          "white-space:nowrap;overflow:hidden;text-overflow:ellipsis;width:40px",
          "white-space:pre");

  private static final Arbitrary<String> STYLES =
      Arbitraries.frequencyOf(Tuple.of(5, LOOK), Tuple.of(2, PLACE), Tuple.of(2, CLIPPED_BOX))
          .list()
          .ofMaxSize(2)
          .map(all -> all.isEmpty() ? "" : " style=\"" + String.join(";", all) + "\"");

  private static final Arbitrary<String> NAMES =
      Arbitraries.of(CLASSES)
          .list()
          .ofMinSize(1)
          .ofMaxSize(2)
          .map(all -> " class=\"" + String.join(" ", all) + "\"");

  private static final Arbitrary<String> EXTRAS =
      Arbitraries.frequency(
          Tuple.of(16, ""),
          Tuple.of(1, " inert"),
          Tuple.of(1, " hidden"),
          Tuple.of(1, " disabled"),
          Tuple.of(1, " data-k=v"),
          Tuple.of(1, " id=i"),
          Tuple.of(1, " id=c"),
          Tuple.of(1, " tabindex=0"),
          Tuple.of(1, " role=button"),
          Tuple.of(1, " hidden=until-found"),
          Tuple.of(1, " popover"),
          Tuple.of(1, " title=More"));

  private static final Arbitrary<String> ATTRIBUTES =
      Combinators.combine(NAMES, EXTRAS, STYLES).as((names, extra, style) -> names + extra + style);

  private static final Arbitrary<String> WORDS =
      Arbitraries.of(
          "Buy now",
          "Start free trial",
          "Log in",
          "More",
          "buy now",
          "Buy&nbsp;now",
          "Buy <b>now</b>",
          "<b>Buy</b> now",
          "Start <i class=g>free</i> trial",
          "<span>Start</span><span> free trial</span>",
          "Log<br>in",
          "Log <span hidden>not</span> in",
          "Lo&shy;g in",
          "Some long text that says very little and goes over lines. Buy now",
          "  Mo<b>re</b>",
          "");

  /**
   * What has no parts of its own. Sliders are left out: the handle of one without width or height
   * still takes clicks, outside of every box that a page can see.
   */
  private static final Arbitrary<String> LEAF =
      Combinators.combine(
              Arbitraries.frequency(
                  Tuple.of(4, "<a href=\"javascript:;\"%s>%s</a>"),
                  Tuple.of(3, "<button type=button%s>%s</button>"),
                  Tuple.of(3, "<span%s>%s</span>"),
                  Tuple.of(2, "<p%s>%s</p>"),
                  Tuple.of(1, "<label for=c%s>%s</label>"),
                  Tuple.of(1, "<label%s><input class=f type=checkbox hidden>%s</label>"),
                  Tuple.of(1, "<label%s><input class=e type=radio>%s</label>"),
                  Tuple.of(1, "<input id=c type=checkbox%s>"),
                  Tuple.of(1, "<input%s value=\"Buy now\" type=button>"),
                  Tuple.of(1, "<input%s placeholder=More>"),
                  Tuple.of(1, "<input%s type=search>"),
                  Tuple.of(1, "<textarea%s>%s</textarea>"),
                  Tuple.of(1, "<select%s><option class=d>One<option>Two</select>"),
                  Tuple.of(1, "<select size=3%s><option class=d>One<option>Two</select>"),
                  Tuple.of(
                      1,
                      "<iframe width=80 height=40%s srcdoc=\"<a class=a>Buy now</a>\"></iframe>"),
                  Tuple.of(1, "<img width=50 height=30 alt=More%s>"),
                  Tuple.of(
                      1, "<svg%s width=60 height=30><circle class=g cx=20 cy=15 r=10 /></svg>"),
                  Tuple.of(1, "<canvas width=50 height=30%s></canvas>"),
                  Tuple.of(1, "<hr%s>"),
                  Tuple.of(1, "<div%s></div>"),
                  Tuple.of(1, "<table><tr%s><td>%s</table>"),
                  Tuple.of(1, "<ul%s><li>%s<li class=c>Two</ul>")),
              ATTRIBUTES,
              WORDS)
          .as(
              (tag, attributes, words) ->
                  tag.formatted(
                      tag.startsWith("<select size") ? showingContents(attributes) : attributes,
                      words));

  /**
   * Whether Chromium's hit test finds a list box that hides its own contents depends on what was
   * asked before, and so does what a real click hits.
   */
  private static String showingContents(String attributes) {
    return attributes.replace(" hidden=until-found", "").replace("content-visibility:hidden", "");
  }

  /** What holds parts. */
  private static final Arbitrary<String> BOX =
      Arbitraries.frequency(
          Tuple.of(12, "<div%s>%s</div>"),
          Tuple.of(2, "<section%s>%s</section>"),
          Tuple.of(2, "<span%s>%s</span>"),
          Tuple.of(1, "<a href=\"javascript:;\"%s>%s</a>"),
          Tuple.of(1, "<button type=button%s>%s</button>"),
          Tuple.of(1, "<button disabled%s>%s</button>"),
          Tuple.of(2, "<label%s>%s</label>"),
          Tuple.of(1, "<fieldset disabled%s><legend>Terms</legend>%s</fieldset>"),
          Tuple.of(1, "<fieldset disabled%s><legend>%s</legend></fieldset>"),
          Tuple.of(1, "<details%s><summary>More</summary>%s</details>"),
          Tuple.of(1, "<details open%s><summary class=g>More</summary>%s</details>"),
          Tuple.of(1, "<dialog%s>%s</dialog>"),
          Tuple.of(1, "<dialog open%s>%s</dialog>"),
          Tuple.of(1, "<div style=\"position:relative;height:50px\"><div%s>%s</div></div>"),
          Tuple.of(1, "<div style=\"overflow:auto;height:60px\"><div%s>%s</div></div>"),
          Tuple.of(1, "<div style=\"position:relative\" class=cover><div%s>%s</div></div>"));

  private Pages() {}

  /** Whole documents. */
  static Arbitrary<String> pages() {
    Arbitrary<String> body =
        Arbitraries.frequency(
            Tuple.of(12, ""),
            Tuple.of(1, " style=\"overflow:hidden\""),
            Tuple.of(1, " style=\"overflow:auto;height:200px\""),
            Tuple.of(1, " style=\"height:1500px\""),
            Tuple.of(1, " style=\"position:relative;width:900px\""));
    return Combinators.combine(body, parts(3).list().ofMinSize(1).ofMaxSize(5))
        .as(
            (attributes, parts) ->
                "<!doctype html><html><head>"
                    + STYLE_SHEET
                    + "</head><body"
                    + attributes
                    + ">\n"
                    + String.join("\n", parts)
                    + "\n</body></html>");
  }

  private static Arbitrary<String> parts(int deep) {
    if (deep == 0) {
      return LEAF;
    }
    Arbitrary<String> box =
        Combinators.combine(BOX, ATTRIBUTES, parts(deep - 1).list().ofMinSize(1).ofMaxSize(3))
            .as((tag, attributes, inner) -> tag.formatted(attributes, String.join("", inner)));
    return Arbitraries.frequencyOf(Tuple.of(3, LEAF), Tuple.of(4, box));
  }

  /** Documents with one or two forms, and what may be in the way of submitting them. */
  static Arbitrary<String> formPages() {
    Arbitrary<String> form =
        Combinators.combine(
                Arbitraries.of("", "", "", " novalidate", " method=dialog"),
                Arbitraries.frequencyOf(Tuple.of(3, NAMES), Tuple.of(1, ATTRIBUTES)),
                FIELD.list().ofMaxSize(2),
                CONTROL.list().ofMinSize(1).ofMaxSize(2),
                Arbitraries.frequency(
                    Tuple.of(9, "%s"),
                    Tuple.of(1, "<fieldset disabled>%s</fieldset>"),
                    Tuple.of(1, "<div style=\"position:relative\" class=cover>%s</div>"),
                    Tuple.of(1, "<div hidden>%s</div>")))
            .as(
                (kind, attributes, fields, controls, box) ->
                    "<form"
                        + kind
                        + attributes
                        + ">"
                        + box.formatted(String.join("", fields) + String.join("", controls))
                        + "</form>");
    Arbitrary<String> outside =
        Arbitraries.frequency(
            Tuple.of(6, ""),
            Tuple.of(1, "<button form=i>Send</button>"),
            Tuple.of(1, "<input form=i required>"),
            Tuple.of(1, "<label for=c>Send</label>"));
    return Combinators.combine(form, form, outside)
        .as(
            (first, second, other) ->
                "<!doctype html><html><head>"
                    + STYLE_SHEET
                    + "</head><body>\n<div id=one>"
                    + first
                    + "</div>\n"
                    + other
                    + "\n<div id=two>"
                    + second
                    + "</div>\n</body></html>");
  }

  /**
   * Styles of fields and buttons. A field that hides its own contents is left out: Chromium's tab
   * crashes when such a one is clicked and takes the focus.
   */
  private static final Arbitrary<String> SELDOM_STYLES =
      Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(1, STYLES))
          .filter(styles -> !styles.contains("content-visibility:hidden"));

  /** What is filled in. */
  private static final Arbitrary<String> FIELD =
      Combinators.combine(
              Arbitraries.of(
                  "<input%s>",
                  "<input%s>",
                  "<input type=text%s>",
                  "<input pattern=\"[0-9]+\"%s>",
                  "<input type=email%s>",
                  "<input type=password%s>",
                  "<input type=search%s>",
                  "<input type=number%s>",
                  "<input type=hidden%s>",
                  "<input type=checkbox%s>",
                  "<input type=radio%s>",
                  "<input type=range%s>",
                  "<input type=color%s>",
                  "<label>Name <input%s></label>",
                  "<textarea%s></textarea>",
                  "<select%s><option>One</select>"),
              Arbitraries.frequency(
                  Tuple.of(10, ""),
                  Tuple.of(3, " required"),
                  Tuple.of(1, " disabled"),
                  Tuple.of(1, " readonly"),
                  Tuple.of(1, " required readonly"),
                  Tuple.of(1, " required disabled"),
                  Tuple.of(1, " required hidden"),
                  Tuple.of(1, " value=\"not valid\""),
                  Tuple.of(1, " id=c"),
                  Tuple.of(1, " name=id")),
              SELDOM_STYLES)
          .as((tag, extra, style) -> tag.formatted(extra + style));

  /** What is pressed. */
  private static final Arbitrary<String> CONTROL =
      Combinators.combine(
              Arbitraries.of(
                  "<button%s>Send</button>",
                  "<button%s>Send</button>",
                  "<button%s>Send</button>",
                  "<button%s>Send</button>",
                  "<button type=button%s>Send</button>",
                  "<button type=reset%s>Clear</button>",
                  "<button type=nonsense%s>Send</button>",
                  "<input type=submit%s>",
                  "<input type=image alt=Send width=40 height=20%s>",
                  "<input type=button value=Send%s>",
                  "<a href=\"javascript:;\"%s>Send</a>",
                  "<button%s><i>Send</i></button>",
                  "<label>Send<button%s hidden></button></label>"),
              Arbitraries.frequency(
                  Tuple.of(12, ""),
                  Tuple.of(2, " disabled"),
                  Tuple.of(1, " hidden"),
                  Tuple.of(1, " form=nowhere"),
                  Tuple.of(1, " formnovalidate"),
                  Tuple.of(1, " id=c"),
                  Tuple.of(1, " name=submit")),
              SELDOM_STYLES)
          .as((tag, extra, style) -> tag.formatted(extra + style));

  /** Selectors over the names that pages use: one of a class, or several put together. */
  static Arbitrary<String> selectors() {
    Arbitrary<String> simple =
        Arbitraries.of(CLASSES)
            .map(name -> "." + name)
            .injectDuplicates(0.1)
            .flatMap(
                name ->
                    Arbitraries.of(
                        name,
                        "#c",
                        "#i",
                        "[data-k]",
                        "[class~=" + name.substring(1) + "]",
                        "a" + name,
                        "div" + name,
                        "button",
                        "input",
                        "label",
                        name + ":not(a)",
                        name + ":not([style])",
                        name + ":nth-child(2)",
                        name + ":first-child",
                        name + ":last-of-type"));
    return Combinators.combine(simple, Arbitraries.of(" ", " > ", ", ", " ~ ", " + "), simple)
        .as((one, with, other) -> one + with + other);
  }
}
