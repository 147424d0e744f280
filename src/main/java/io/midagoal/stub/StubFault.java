package io.midagoal.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with a request.
 *
 * @param applies to which requests, by method and path
 * @param processed whether the stub does what it is asked to, before its answer goes wrong
 * @param lasting whether it goes on, instead of going wrong once
 * @param spoil makes the wrong answer from the right one
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
