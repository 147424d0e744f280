package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.RealInput;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/**
 * Holds verdicts against what real clicks do: the browser's mouse clicks all over the upper left of
 * a page, and whether one of the click events that arrive at the document has a target that matches
 * or lies inside a match.
 */
@Tag("full")
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class RealClicksTest {

  private static final int WIDTH = 200;
  private static final int HEIGHT = 120;
  private static final int STEP = 16;

  private static final String GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

  private static final String TEN =
      "<i>l</i><i>l</i><i>l</i><i>l</i><i>l</i><i>l</i><i>l</i><i>l</i><i>l</i><i>l</i>";
  private static final String SEVENTY = TEN + TEN + TEN + TEN + TEN + TEN + TEN;

  private static final String COVER =
      "<style>.cover::after { content: ''; position: absolute; inset: 0; z-index: 1 }</style>";

  private static final String LISTEN =
      "window.counted = false;"
          + "document.addEventListener('submit', e => e.preventDefault(), true);"
          // What a click opens would get the clicks that follow.
          + "document.addEventListener('mousedown', e => {"
          + "  if (e.target.localName === 'select') e.preventDefault();"
          + "}, true);"
          + "document.addEventListener('click', e => {"
          + "  if (e.target.localName === 'summary') e.preventDefault();"
          + "  if (Element.prototype.closest.call(e.target, '.x')) window.counted = true;"
          + "}, true);";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a class=x href=#>Buy</a>",
        "<button class=x disabled>Buy</button>",
        "<button disabled><b class=x>Buy</b></button>",
        "<div class=x><button disabled>Buy</button></div>",
        "<div class=x style='padding:20px'><button disabled>Buy</button></div>",
        "<fieldset disabled><legend><button class=x>Buy</button></legend></fieldset>",
        "<fieldset disabled><button class=x>Buy</button></fieldset>",
        "<fieldset disabled><a class=x href=#>Buy</a></fieldset>",
        "<label>Agree <input class=x type=checkbox hidden></label>",
        "<label>Agree <input class=x type=checkbox hidden disabled></label>",
        "<label for=c>Agree</label><input class=x id=c type=checkbox hidden>",
        "<label for=c><a href=#>Terms</a></label><input class=x id=c type=checkbox hidden>",
        "<label for=c><button type=button>Terms</button></label><input class=x id=c hidden>",
        "<label class=x for=c>Agree</label><input id=c type=checkbox disabled>",
        "<label for=c hidden>Agree</label><input class=x id=c type=checkbox hidden>",
        "<label for=c>Agree</label><div class=x><input id=c type=checkbox hidden></div>",
        "<div style='pointer-events:none'><a class=x href=#>Buy</a></div>",
        "<div style='pointer-events:none'><a class=x style='pointer-events:auto'>Buy</a></div>",
        "<div class=x style='pointer-events:none'><a style='pointer-events:auto'>Buy</a></div>",
        "<div style='visibility:hidden'><a class=x href=#>Buy</a></div>",
        "<div style='visibility:hidden'><a class=x style='visibility:visible'>Buy</a></div>",
        "<a class=x href=# style='visibility:collapse'>Buy</a>",
        "<a class=x href=# style='opacity:0'>Buy</a>",
        "<div inert><a class=x href=#>Buy</a></div>",
        "<div class=x inert><a href=#>Buy</a></div>",
        "<div style='width:0;height:0;overflow:hidden'><a class=x href=#>Buy</a></div>",
        "<div class=x style='width:0;height:0'><a href=#>Buy</a></div>",
        "<div style='height:0'><a class=x href=#>Buy</a></div>",
        "<div style='max-height:0;overflow:hidden'><a class=x href=#>Buy</a></div>",
        "<a class=x href=# style='display:block;clip-path:inset(100%)'>Buy</a>",
        "<a class=x href=# style='position:absolute;clip:rect(0,0,0,0)'>Buy</a>",
        "<a class=x href=# style='display:block;transform:scale(0)'>Buy</a>",
        "<a class=x href=# style='display:inline-block;transform:rotate(45deg)'>Buy it now</a>",
        "<a class=x href=# style='position:absolute;transform:translateX(-500px)'>Buy</a>",
        "<a class=x href=# style='position:absolute;left:-500px'>Buy</a>",
        "<a class=x href=# style='text-indent:-9999px;display:block;height:30px'>Buy</a>",
        "<a class=x href=#>Buy</a><div style='position:absolute;inset:0'></div>",
        "<a class=x href=#>Buy</a><div style='position:absolute;inset:0;opacity:0'></div>",
        "<a class=x href=#>Buy</a><div style='position:fixed;inset:0;pointer-events:none'></div>",
        "<a class=x href=#>Buy</a><iframe style='position:absolute;inset:0;width:420px'></iframe>",
        "<iframe class=x style='border:0' srcdoc='<p>x'></iframe>",
        "<iframe class=x style='border:20px solid' srcdoc='<p>x'></iframe>",
        "<div class=x><iframe style='border:0;display:block;width:100%' srcdoc=x></iframe></div>",
        "<div class=x style='padding:20px'><iframe srcdoc=x></iframe></div>",
        "<a href=#><svg class=x width=40 height=40><circle cx=20 cy=20 r=15 /></svg></a>",
        "<a href=#><svg width=40 height=40><circle class=x cx=20 cy=20 r=15 /></svg></a>",
        "<a href=#><svg width=40 height=40><circle class=x fill=none cx=20 cy=20 r=15 /></svg></a>",
        "<svg width=99 height=40><a class=x href=#><text y=20>Buy</text></a></svg>",
        "<img usemap=#m width=100 height=50 src='data:,'><map name=m><area class=x href=#"
            + " coords=0,0,50,50></map>",
        "<select class=x><option>One<option>Two</select>",
        "<select><option>One<option class=x>Two</select>",
        "<select size=3><option>One<option class=x>Two</select>",
        "<select><option class=x>One<option>Two</select>",
        "<details><summary>More</summary><a class=x href=#>Buy</a></details>",
        "<details><summary class=x>More</summary><p>Buy</details>",
        "<details class=x><summary>More</summary><p>Buy</details>",
        "<details open><summary>More</summary><a class=x href=#>Buy</a></details>",
        "<div style='position:absolute;top:16.6px;width:200px;height:20px;overflow-y:clip'>"
            + "<p style='margin:0;height:20px'></p><b class=x style='display:block'>Buy</b></div>",
        "<div class=x style='position:fixed;left:0;top:20px;width:60px;height:0'>"
            + "<span style='margin-left:9999px'>Buy</span></div>",
        "<details open class=x style='position:fixed;top:-90px;width:200px;height:30px'>"
            + "<summary>More</summary><p style='width:0;height:200px'></p></details>",
        "<div style='content-visibility:hidden'><a class=x href=#>Buy</a></div>",
        "<div style='content-visibility:auto'><a class=x href=#>Buy</a></div>",
        "<dialog><a class=x href=#>Buy</a></dialog>",
        "<dialog open style='margin:0'><a class=x href=#>Buy</a></dialog>",
        "<div popover><a class=x href=#>Buy</a></div>",
        "<div class=x style='display:contents'><b>Buy</b></div>",
        "<div class=x style='display:contents'>Buy</div>",
        "<textarea class=x disabled>Buy</textarea>",
        "<input class=x disabled value=Buy>",
        "<input class=x readonly value=Buy>",
        "<input class=x type=hidden>",
        "<input class=x type=image alt=Buy>",
        "<video class=x controls width=100 height=50></video>",
        "<video class=x controls width=200 height=120></video>",
        "<video class=x width=100 height=50></video>",
        "<audio class=x controls></audio>",
        "<fieldset class=x disabled><p>Buy</fieldset>",
        "<fieldset disabled><label>Agree <input class=x type=checkbox hidden></label></fieldset>",
        "<a class=x href=# style='font-size:0'>Buy</a>",
        "<embed class=x src='data:text/html,x' width=100 height=50>",
        "<object class=x width=100 height=50></object>",
        "<object class=x data='data:text/html,x' width=100 height=50></object>",
        "<div id=h class=x></div><script>h.attachShadow({mode:'open'}).innerHTML='<a>x</a>'</script>",
        "<div id=h><a class=x href=#>Buy</a></div>"
            + "<script>h.attachShadow({mode:'open'}).innerHTML='<slot></slot>'</script>",
        "<div id=h><a class=x href=#>Buy</a></div>"
            + "<script>h.attachShadow({mode:'open'}).innerHTML='<p>x</p>'</script>",
        "<table><tr class=x><td>Buy</table>",
        "<table><colgroup><col class=x></colgroup><tr><td>Buy</table>",
        "<p style='width:90px'>Some text <a class=x href=#>that goes over lines</a></p>",
        "<br class=x>",
        "<p class=x></p>",
        "<hr class=x style='height:20px'>",
        "<script class=x></script>",
        "<div style='zoom:0.5'><a class=x style='padding:40px' href=#>Buy</a></div>",
        "<div style='perspective:90px'><a class=x style='display:block;transform:rotateY(180deg);"
            + "backface-visibility:hidden'>Buy</a></div>",
        "<a class=x style='position:absolute;z-index:-1' href=#>Buy</a>",
        "<main style='background:#fff;position:relative;z-index:0;height:99px'></main>"
            + "<a class=x style='position:absolute;top:20px;z-index:-1' href=#>Buy</a>",
        "<a class=x style='display:block;width:60px;height:60px;border-radius:30px' href=#></a>",
        // Little of it is free
        "<style>*{margin:0}i{position:absolute;top:0;height:99px}</style><a class=x href=# style='"
            + "display:block;width:181px;height:99px'>Buy</a><i style='left:0;width:179px'></i>",
        "<style>*{margin:0}i{position:absolute;top:0;height:99px}</style><a class=x href=# style='"
            + "display:block;width:181px;height:99px'>Buy</a><i style='left:0;width:51px'></i>"
            + "<i style='left:53px;width:128px'></i>",
        "<style>*{margin:0}i{position:absolute;top:0;height:99px}</style><a class=x href=# style='"
            + "display:block;width:181px;height:99px'>Buy</a><i style='left:0;width:181px'></i>",
        "<a class=x href=# style='position:absolute;left:0;top:0;width:200px;height:120px;clip-path:circle(4px at 52px 52px)'></a>",
        "<a class=x href=# style='position:absolute;inset:0;clip-path:inset(50%)'></a>",
        "<div style='position:absolute;left:0;top:0;width:200px;height:120px;clip-path:circle(4px at 52px 52px)'><a class=x"
            + " style='display:block;height:99px' href=#>Buy</a></div>",
        "<svg width=200 height=120 style='position:absolute;left:0;top:0'><path class=x fill=none"
            + " stroke=black stroke-width=2 d='M20 4 V100 H180'/></svg>",
        "<svg width=200 height=120><path class=x fill=none d='M20 4 V100 H180'/></svg>",
        "<svg width=200 height=120><g class=x pointer-events=none><path d='M0 0 H99 V99'/></g></svg>",
        "<img usemap=#m width=200 height=110 src='data:,'><map name=m><area class=x href=#"
            + " shape=circle coords=44,44,3></map>",
        "<img usemap=#m width=200 height=110 src='data:,'><map name=m><area class=x href=#"
            + " shape=rect coords=700,40,710,50></map>",
        "<style>*{margin:0}i{position:absolute;top:0;height:99px}</style><a class=x href=# style='"
            + "display:block;width:181px;height:99px'>Buy</a><i style='left:0;width:180px'></i>",
        "<style>*{margin:0}</style><div style='height:4.3px'></div><a class=x href=# style='"
            + "display:block;width:150px;height:.5px'></a>",
        "<div style='width:0'><p class=x style='margin:0'>Log in</p></div>",
        "<div class=x style='overflow:clip;height:20px'><div style='position:fixed;left:0;top:0;width:180px;height:110px'>"
            + "<textarea disabled style='display:block;width:170px;height:40px'></textarea></div></div>",
        "<div style='content-visibility:auto;height:0'><a class=x style='position:fixed;left:9px;top:50px'>"
            + "Buy it now</a></div>",
        // Scrollbars
        "<div class=x style='overflow-y:scroll;overflow-x:hidden;width:13px;height:90px'></div>",
        "<div class=x style='overflow:scroll;width:13px;height:90px'></div>",
        "<div class=x style='overflow-y:scroll;overflow-x:hidden;width:15px;height:90px;border-left:20px solid'></div>",
        "<div class=x style='overflow-x:scroll;overflow-y:hidden;width:150px;height:13px'></div>",
        "<a class=x href=# style='overflow:auto'>Buy it now</a>",
        "<div class=x style='overflow:scroll;width:0;height:10px;padding-left:40px;margin-top:12px'></div>",
        "<style>*{margin:0}i{position:absolute;left:0}</style><div style='transform:scale(2);transform-origin:0 0;width:80px'>"
            + "<div class=x style='overflow:auto;width:80px;height:30px'></div></div>"
            + "<i style='top:0;width:85px;height:60px'></i><i style='top:30px;width:160px;height:30px'></i>",
        // Inside a disabled control
        "<button disabled class=x><label>Terms <input type=radio></label></button>",
        "<button disabled><label class=x>Terms <input type=radio></label></button>",
        "<button disabled class=x><label for=c>Agree to it</label></button><input type=checkbox id=c>",
        "<button disabled class=x><details open><summary>M</summary><label>Terms <input type=radio></label>"
            + "</details></button>",
        "<label for=c><button disabled>Agree to it</button></label><input class=x type=checkbox id=c hidden>",
        // What lies in a label
        "<label for=c><details><summary>Terms and more</summary></details></label><input class=x id=c hidden>",
        "<label for=c><b tabindex=0>Tick this box</b></label><input class=x id=c type=checkbox hidden>",
        "<label for=c><iframe style='display:block;width:120px;height:50px;border:20px solid'></iframe></label><input class=x id=c type=checkbox hidden>",
        "<label for=c><video width=90 height=50></video></label><input class=x id=c hidden>",
        "<label for=c><textarea style='display:block;width:180px;height:80px'></textarea></label><input class=x id=c type=checkbox hidden>",
        "<label for=c><a>Tick this box</a></label><input class=x id=c type=checkbox hidden>",
        "<label for=c><select style='display:block;width:180px;height:80px'><option>T</select></label><input class=x id=c type=checkbox hidden>",
        "<label for=c><img usemap=#m style='display:block' width=150 height=80 src='data:,'></label><input class=x id=c"
            + " hidden><map name=m></map>",
        "<label for=c>Tick this box</label><button class=x id=c hidden>Buy</button>",
        "<label for=c>Tick this box</label><select class=x id=c hidden></select>",
        "<label for=c>Tick this box</label><textarea class=x id=c hidden></textarea>",
        "<label for=c>Tick this box</label><output class=x id=c></output>",
        "<label for=c inert>Tick this box</label><input class=x id=c type=checkbox hidden>",
        "<div inert><input class=x id=c type=checkbox></div><label for=c>Tick this box</label>",
        "<fieldset disabled><input class=x id=c type=checkbox></fieldset><label for=c>Tick this box</label>",
        // Layers
        "<a class=x href=#>Buy</a><div popover=manual id=p style='inset:0;width:100%;height:100%'></div>"
            + "<script>p.showPopover()</script>",
        "<div popover=manual id=p style='margin:0;padding:20px'><a class=x href=#>Buy</a></div>"
            + "<script>p.showPopover()</script>",
        "<a class=x href=#>Buy</a><dialog id=d>Hi</dialog><script>d.showModal()</script>",
        "<div style='transform:none;filter:blur(0)'><a class=x style='position:fixed;top:9px'>Buy it now</a>"
            + "</div>",
        "<div style='overflow:clip;height:0'><a class=x href=#>Buy</a></div>",
        "<div style='overflow:clip;overflow-clip-margin:50px;height:0'><a class=x href=#>Buy</a></div>",
        "<a class=x href=# style='display:block;mask:linear-gradient(transparent,transparent)'>B</a>",
        "<button class=x style='position:relative'>Buy<i style='position:absolute;inset:0'></i></button>",
        "<a class=x href=# style='font-size:40px;line-height:0'>Buy</a>",
        "<div style='contain:strict'><a class=x href=#>Buy</a></div>",
        "<a class=x href=# style='animation:none;scale:0'>Buy</a>",
        "<a class=x href=# style='display:block;scale:0'>Buy</a>",
        // Scaled and zoomed
        "<iframe class=x style='border:0;transform:scale(1.5);transform-origin:0 0;width:90px;height:60px' srcdoc=x></iframe>",
        "<iframe class=x style='border:10px solid;transform:scale(.5);transform-origin:0 0;width:200px' srcdoc=x></iframe>",
        "<div style='zoom:2'><iframe class=x style='border:0;width:80px;height:40px' srcdoc=x></iframe></div>",
        "<div style='zoom:2'><div class=x style='overflow:scroll;width:60px;height:50px'><p style='height:300px'></div></div>",
        "<video class=x controls style='width:200px;height:60px'></video>",
        "<div style='width:160px;height:90px;transform:scale(.5);transform-origin:0 0'><video class=x controls style='width:300px;height:150px'></video></div>",
        "<div style='transform:scale(.5);transform-origin:0 0'><img usemap=#m width=400 height=240 src='"
            + GIF
            + "'><map name=m><area class=x href=# coords=360,72,384,96></map></div>",
        // What shows an image where a document may be
        "<object class=x width=100 height=50 data='" + GIF + "'></object>",
        "<embed class=x width=100 height=50 src='" + GIF + "'>",
        "<object class=x width=100 height=50 data='data:text/html,x'></object>",
        "<img usemap=#m width=150 height=100 src='"
            + GIF
            + "'><map name=m><area href=# coords=0,0,40,40><area class=x shape=default href=#></map>",
        "<map name=m><area class=x href=# coords=0,0,40,40></map>",
        // Lines without an area of their own
        "<svg width=200 height=60><line class=x x1=10 y1=20 x2=180 y2=20 stroke=black stroke-width=18 /></svg>",
        "<svg width=200 height=100><path class=x d='M20 5V90' stroke=black stroke-width=18 /></svg>",
        // Links laid over what they stand in
        COVER + "<div style='position:relative;height:80px'><a class='x cover' href=#></a></div>",
        COVER
            + "<div style='position:relative;height:80px'><a class='x cover' href=#>Buy</a><b style='position:absolute;inset:0 0 40px 0;z-index:2'></b></div>",
        COVER
            + "<div style='position:relative;height:80px'><a class='x cover' href=#></a><b style='position:absolute;inset:0;z-index:2'></b></div>",
        COVER + "<div style='transform:scale(1);height:80px'><a class='x cover' href=#></a></div>",
        COVER
            + "<div style='position:relative;height:80px;width:0;overflow:hidden'><a class='x cover' href=#></a></div>",
        COVER + "<a class='x cover' href=#></a>",
        COVER + "<div style='filter:blur(0);height:60px'><p><a class='x cover' href=#></a></div>",
        COVER + "<div style='contain:layout;height:60px'><p><a class='x cover' href=#></a></div>",
        "<style>.f::after { content: ''; position: fixed; inset: 60px 0 0 0 }</style>"
            + "<div style='position:relative'><a class='x f' href=#></a></div>",
        "<style>.f::after { content: ''; position: fixed; inset: 0 }</style>"
            + "<div style='transform:translateY(40px);height:50px'><a class='x f' href=#></a></div>",
        COVER
            + "<p style='position:relative;width:9px;height:9px;margin:47px 43px'><a class='x cover' href=#></a>",
        COVER
            + "<p style='transform:scale(1);width:9px;height:9px;margin:47px 43px'><a class='x cover' href=#></a>",
        COVER
            + "<p style='filter:blur(0);width:9px;height:9px;margin:47px 43px'><a class='x cover' href=#></a>",
        COVER
            + "<p style='contain:layout;width:9px;height:9px;margin:47px 43px'><a class='x cover' href=#></a>",
        "<style>.f::after { content: ''; position: fixed; left: 151px; top: 89px; width: 19px;"
            + " height: 19px }</style><p style='position:relative'><a class='x f' href=#></a>",
        "<style>.f::after { content: ''; position: absolute; left: 51px; top: 5031px; width: 19px;"
            + " height: 19px }</style><a class='x f' href=#></a><p style='height:6000px'></p>"
            + "<script>scrollTo(0, 5000)</script>",
        // What gives way under the pointer
        "<style>p:hover i { min-width: 100% } i { position: absolute; inset: 0; width: 0 }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>p:hover i { min-height: 100% } i { position: absolute; inset: 0; height: 0 }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>.x:hover { translate: 400px }</style><b class=x style='display:inline-block'>Buy</b>",
        "<style>p:hover i { width: 100% } i { position: absolute; inset: 0; width: 0 }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>p:hover i { z-index: 1 } b { position: relative } i { position: absolute; inset: 0;"
            + " z-index: -1 }</style><p style='position:relative;z-index:0'><b class=x>Buy</b><i></i>",
        "<style>i { inset: 0 } p:hover i { position: absolute }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; display: none }</style>"
            + "<style id=s>p:hover i { display: block }</style><script>s.sheet.disabled = true</script>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; display: none }</style>"
            + "<style media=print>p:hover i { display: block }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; left: 0; top: 400px; width: 200px; height: 120px }"
            + " p:hover i { top: 0 }</style><p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; left: 0; bottom: -400px; width: 200px; height: 120px }"
            + " p:hover i { bottom: 0 }</style><p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; left: 0; bottom: 0; width: 200px; height: 0 }"
            + " p:hover i { height: 99px }</style><p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; max-width: 0 }"
            + " p:hover i { max-width: 999px }</style><p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; scale: 0 } p:hover i { scale: 1 }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>.x:hover { clip-path: circle(0) }</style><b class=x style='display:inline-block'>Buy</b>",
        "<style>i { position: absolute; inset: 0 } p:not(:hover) i { display: none }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; display: none }"
            + " @layer a { p:hover i { display: block } }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; display: none } p { container-type: inline-size }"
            + " @container (min-width: 9000px) { p:hover i { display: block } }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; display: none } p { container-type: inline-size }"
            + " @container (min-width: 9px) { p:hover i { display: block } }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        "<style>i { position: absolute; inset: 0; display: none }"
            + " p { &:hover { i { display: block } } }</style>"
            + "<p style='position:relative'><b class=x>Buy</b><i></i>",
        // Labels of what is no field
        "<label for=c>Load</label><progress class=x id=c hidden></progress>",
        "<label for=c>Load</label><output class=x id=c hidden></output>",
        // Labels and details that a disabled control keeps clicks from
        "<button disabled><label>Agree <input class=x type=checkbox></label></button>",
        "<label for=c><button disabled>Agree</button></label><input class=x id=c type=checkbox hidden>",
        "<label><select disabled><option>One</select><input class=x type=checkbox hidden></label>",
        "<button disabled><details open><summary>More</summary><b class=x>Buy</b></details></button>",
        "<select class=x disabled><option>One</select>",
        // What sticks out, late in the page
        "<nav class=x style='position:fixed;left:-200px;width:200px;top:0'>"
            + SEVENTY
            + "<b style='position:absolute;left:200px;top:40px;width:40px;height:40px'></b></nav>",
        "<div style='position:relative'><div class=x style='height:20px'><b style='position:absolute;top:30px;left:0;width:150px;height:40px'></b></div><i style='position:absolute;inset:0 0 -25px;z-index:2'></i><i style='position:absolute;top:23px;left:0;right:20px;height:60px;z-index:2'></i></div>",
        "<div class=x style='height:90px'><iframe style='border:18px solid;position:relative;z-index:2' srcdoc=x></iframe></div><div style='position:absolute;inset:0'></div>",
        "<div class=x style='position:fixed;top:0;left:0;width:150px;height:60px'></div><p style='height:3000px'></p><div style='position:absolute;top:0;left:0;width:150px;height:2960px;z-index:1'></div>",
        // Names that shadow the DOM
        "<form><input name=closest hidden><input name=matches hidden><input name=parentElement hidden><b class=x>Buy it</b>"
            + "</form>",
        "<form><input name=closest><input name=matches><input name=children>"
            + "<input name=getClientRects><b class=x style='pointer-events:none'>B</b></form>",
        "<img name=elementFromPoint><img name=body><form name=querySelectorAll></form>"
            + "<a class=x href=#>Buy</a>",
        "<form class=x style='width:99px;height:50px'><input name=getBoundingClientRect hidden>"
            + "<input name=localName hidden></form>"
      })
  void agreeWithTheVerdict(String body) {
    String url = TestPages.page(body);
    Verdict verdict = Checks.checkAt(CLICK_ON_ELEMENT, ".x", url);

    boolean counted = Browsers.with(driver -> countsOnSomeClick(driver, url));

    assertThat(verdict.status()).isEqualTo(counted ? Status.MATCHED : Status.BROKEN);
  }

  private static boolean countsOnSomeClick(WebDriver driver, String url) {
    driver.get(url);
    JavascriptExecutor scripts = (JavascriptExecutor) driver;
    scripts.executeScript(LISTEN);
    try (RealInput input = RealInput.to(driver)) {
      input.clickGrid(WIDTH, HEIGHT, STEP, STEP);
    }
    return Boolean.TRUE.equals(scripts.executeScript("return window.counted"));
  }
}
