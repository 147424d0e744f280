package io.midagoal.stub;

import java.io.Serial;

/** Makes the stub answer with an error. */
final class RefusedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;

  RefusedException(int status, String error) {
    super(error);
    this.status = status;
    this.error = error;
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }
}
