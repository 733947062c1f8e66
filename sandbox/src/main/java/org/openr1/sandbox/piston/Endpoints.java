package org.openr1.sandbox.piston;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The places that are free at the workers, in a queue: whoever takes one waits while there is none,
 * which balances the load. Places of a dropped worker vanish until it is restored.
 */
final class Endpoints {
  private final List<URI> all;
  private final int placesEach;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<URI> free = new ArrayDeque<>();
  private final Map<URI, Integer> taken = new HashMap<>();
  private final Set<URI> dropped = new LinkedHashSet<>();

  Endpoints(List<URI> all, int placesEach) {
    this.all = List.copyOf(all);
    this.placesEach = placesEach;
    for (int i = 0; i < placesEach; i++) {
      free.addAll(all);
    }
  }

  List<URI> all() {
    return all;
  }

  /**
   * Takes the place that has been free longest, waiting for one.
   *
   * @throws PistonException when all workers are dropped, naming them
   */
  URI take() throws PistonException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (free.isEmpty()) {
        if (allDropped()) {
          throw new PistonException("all Piston endpoints are down: " + all);
        }
        changed.await();
      }
      URI endpoint = free.remove();
      taken.merge(endpoint, 1, Integer::sum);
      return endpoint;
    } finally {
      lock.unlock();
    }
  }

  /** Gives a taken place back. */
  void release(URI endpoint) {
    lock.lock();
    try {
      taken.merge(endpoint, -1, Integer::sum);
      if (!dropped.contains(endpoint)) {
        free.add(endpoint);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Removes a worker's free places; taken ones vanish when they are given back. */
  void drop(URI endpoint) {
    lock.lock();
    try {
      if (dropped.add(endpoint)) {
        free.removeIf(endpoint::equals);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Puts a dropped worker's places back, but those that are still taken. */
  void restore(URI endpoint) {
    lock.lock();
    try {
      if (dropped.remove(endpoint)) {
        for (int i = taken.getOrDefault(endpoint, 0); i < placesEach; i++) {
          free.add(endpoint);
        }
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isDropped(URI endpoint) {
    lock.lock();
    try {
      return dropped.contains(endpoint);
    } finally {
      lock.unlock();
    }
  }

  boolean allDropped() {
    lock.lock();
    try {
      return dropped.size() == all.size();
    } finally {
      lock.unlock();
    }
  }

  /** Places that are free now. */
  int freePlaces() {
    lock.lock();
    try {
      return free.size();
    } finally {
      lock.unlock();
    }
  }
}
