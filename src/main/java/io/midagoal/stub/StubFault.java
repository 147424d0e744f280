package io.midagoal.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * A fault to inject into a request.
 *
 * @param applies selects requests by method and path
 * @param processed whether the stub executes the request before it spoils the answer
 * @param lasting whether it applies to all such requests, not only the first
 * @param spoil turns the right answer into the wrong one
 */
record StubFault(
    BiPredicate<String, String> applies,
    boolean processed,
    boolean lasting,
    UnaryOperator<ResponseDefinitionBuilder> spoil) {

  ResponseDefinition spoiled(ResponseDefinition right) {
    return spoil.apply(ResponseDefinitionBuilder.like(right)).build();
  }
}
