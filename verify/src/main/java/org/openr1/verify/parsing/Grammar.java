package org.openr1.verify.parsing;

/** The rules of the grammar, one class for each level; they call each other. */
final class Grammar {
  final Cursor cursor;
  final ListRules lists;
  final RelationRules relations;
  final SumRules sums;
  final AtomRules atoms;
  final GroupRules groups;
  final CallRules calls;
  final BoundRules bounds;

  Grammar(Cursor cursor) {
    this.cursor = cursor;
    this.lists = new ListRules(this);
    this.relations = new RelationRules(this);
    this.sums = new SumRules(this);
    this.atoms = new AtomRules(this);
    this.groups = new GroupRules(this);
    this.calls = new CallRules(this);
    this.bounds = new BoundRules(this);
  }
}
