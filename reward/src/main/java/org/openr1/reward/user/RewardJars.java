package org.openr1.reward.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The reward functions of jars. Each jar has a class loader of its own, so that two of them may
 * bring different versions of a library; a jar names other jars it needs in {@code Class-Path} of
 * its manifest.
 */
public final class RewardJars implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final SortedMap<String, RewardProvider> providers = new TreeMap<>();

  private RewardJars() {}

  /**
   * Loads the providers of all jars.
   *
   * @param taken names that no provider may have
   * @throws RewardJarException for a jar that is missing or broken, has no provider, or one whose
   *     name is taken
   */
  public static RewardJars load(List<Path> jars, Set<String> taken) {
    RewardJars loaded = new RewardJars();
    try {
      Set<Path> seen = new HashSet<>();
      for (Path jar : jars) {
        if (!seen.add(jar.toAbsolutePath().normalize())) {
          throw new RewardJarException(jar, "is named twice");
        }
        loaded.add(jar, taken);
      }
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
    return loaded;
  }

  private void add(Path jar, Set<String> taken) {
    requireJar(jar);
    URLClassLoader loader = new URLClassLoader(new URL[] {url(jar)}, getClass().getClassLoader());
    loaders.add(loader);
    int found = 0;
    try {
      for (RewardProvider provider : ServiceLoader.load(RewardProvider.class, loader)) {
        // The loader's parents may have providers too; those are of no jar.
        if (loader.equals(provider.getClass().getClassLoader())) {
          add(jar, provider, taken);
          found++;
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
      throw new RewardJarException(
          jar, "its provider cannot be used: " + e.getMessage() + cause, e);
    }
    if (found == 0) {
      throw new RewardJarException(
          jar,
          "has no reward: it needs a file META-INF/services/"
              + RewardProvider.class.getName()
              + " with the name of a class");
    }
  }

  private void add(Path jar, RewardProvider provider, Set<String> taken) {
    String name = provider.name();
    if (name == null || !NAME.matcher(name).matches()) {
      throw new RewardJarException(
          jar,
          "%s is named '%s'; lower-case letters, digits and underscores make a name"
              .formatted(provider.getClass().getName(), name));
    }
    if (taken.contains(name)) {
      throw new RewardJarException(jar, "its reward '" + name + "' has the name of a built-in one");
    }
    RewardProvider other = providers.putIfAbsent(name, provider);
    if (other != null) {
      throw new RewardJarException(
          jar, "its reward '%s' is there already: %s".formatted(name, other.getClass().getName()));
    }
  }

  private static void requireJar(Path jar) {
    if (!Files.exists(jar)) {
      throw new RewardJarException(jar, "there is no such jar");
    }
    if (Files.isDirectory(jar)) {
      throw new RewardJarException(jar, "is a directory; name a jar");
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      file.getManifest();
    } catch (IOException e) {
      throw new RewardJarException(jar, "is no jar: " + e.getMessage(), e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new RewardJarException(jar, "cannot be named as a URL: " + e.getMessage(), e);
    }
  }

  /** All providers by their names. */
  public SortedMap<String, RewardProvider> providers() {
    return Collections.unmodifiableSortedMap(providers);
  }

  /** Closes the jars; classes not loaded before are then missing. */
  @Override
  public void close() {
    try {
      for (URLClassLoader loader : loaders) {
        loader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
