package io.midagoal.internal.scripts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bundles a page script with its imports into one script that any page can run: each module once,
 * as a function, after those that it imports.
 *
 * <p>A module imports with {@code import name from './path/name.js';}, where {@code name} is that
 * of the file, and exports one value with {@code export default}.
 */
final class ScriptBundle {
  private static final Pattern IMPORT =
      Pattern.compile("^import (\\w+) from '([^']+)';\\n", Pattern.MULTILINE);
  private static final Pattern EXPORT = Pattern.compile("^export default ", Pattern.MULTILINE);

  /** Comments are for people; a line that begins with one is nothing else. */
  private static final Pattern COMMENT =
      Pattern.compile("^ *(?:/\\*.*?\\*/ *\\n|//.*?\\n)", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("(\\w+)\\.js$");

  /** The name that scripts of two worlds share: no page can guess it. */
  private static final String BRIDGE = "@bridge@";

  private static final String BRIDGE_NAME = UUID.randomUUID().toString();

  /** Entries share most of their modules: each is read and parsed once. */
  private static final Map<String, Module> KNOWN = new ConcurrentHashMap<>();

  /**
   * One module, without those that it imports.
   *
   * @param imports their paths
   * @param function the module's own code, as a function under its name
   */
  private record Module(List<String> imports, String function) {

    static Module at(String path) {
      String source = read(path);
      List<String> imports =
          IMPORT
              .matcher(source)
              .results()
              .map(imported -> URI.create(path).resolve(imported.group(2)).toString())
              .toList();
      return new Module(imports, asFunction(nameOf(path), source));
    }
  }

  private final Map<String, String> modules = new LinkedHashMap<>();
  private final Deque<String> importing = new ArrayDeque<>();

  private ScriptBundle() {}

  /**
   * Bundles an entry with its imports.
   *
   * @param entry its path, such as {@code entry/page.js}
   * @return the script; it defines what the entry exports, under the name of its file
   * @throws IllegalStateException when a file is missing, or modules import each other in a circle
   */
  static String of(String entry) {
    ScriptBundle bundle = new ScriptBundle();
    bundle.add(entry);
    return String.join("", bundle.modules.values());
  }

  /** The paths of the modules that an entry consists of, each after those that it imports. */
  static Iterable<String> pathsOf(String entry) {
    ScriptBundle bundle = new ScriptBundle();
    bundle.add(entry);
    return bundle.modules.keySet();
  }

  private void add(String path) {
    if (modules.containsKey(path)) {
      return;
    }
    if (importing.contains(path)) {
      throw new IllegalStateException("Page scripts import each other: " + importing + ", " + path);
    }
    importing.addLast(path);
    Module module = KNOWN.computeIfAbsent(path, Module::at);
    module.imports().forEach(this::add);
    importing.removeLast();
    modules.put(path, module.function());
  }

  private static String asFunction(String name, String source) {
    String code = COMMENT.matcher(source).replaceAll("");
    String body = IMPORT.matcher(code).replaceAll("").replace(BRIDGE, BRIDGE_NAME);
    return "const %s = (() => { 'use strict';\n%s})();\n"
        .formatted(name, EXPORT.matcher(body).replaceFirst("return "));
  }

  private static String nameOf(String path) {
    Matcher name = NAME.matcher(path);
    if (!name.find()) {
      throw new IllegalStateException(path + " is no page script.");
    }
    return name.group(1);
  }

  private static String read(String path) {
    try (InputStream in = ScriptBundle.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("midagoal's jar lacks the script " + path + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("midagoal could not read its script " + path + ".", e);
    }
  }
}
