package io.midagoal.internal.page;

import java.io.Serial;

/** A page, or its browser, did not let a script finish. */
public final class PageScriptException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  PageScriptException(String message, Throwable cause) {
    super(message, cause);
  }
}
