#!/usr/bin/env python3
"""Renders our own small templates with Python's jinja2, set up as transformers sets it up.

Writes the cases that the tests of org.openr1.model.chat compare with:

    pip install jinja2==3.1.6
    python3 tools/make-chat-template-cases.py > model/src/test/resources/org/openr1/model/chat/cases.jsonl
"""

import datetime
import json
import sys

import jinja2
import jinja2.ext
from jinja2.sandbox import ImmutableSandboxedEnvironment

NOW = datetime.datetime(2024, 2, 29, 15, 4, 5)


class Generation(jinja2.ext.Extension):
    tags = {"generation"}
    spans = []
    blocks = []

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_mark"), [], [], body).set_lineno(line)

    def _mark(self, caller):
        text = caller()
        start = len("".join(Generation.blocks))
        Generation.spans.append([start, start + len(text)])
        return text


class Names(jinja2.utils.Namespace):
    def __init__(*args, **kwargs):
        self, args = args[0], args[1:]
        attributes = dict(*args, **kwargs)
        for name in attributes:
            Names.check(name)
        jinja2.utils.Namespace.__init__(self, attributes)

    def __setitem__(self, name, value):
        Names.check(name)
        jinja2.utils.Namespace.__setitem__(self, name, value)

    @staticmethod
    def check(name):
        if isinstance(name, str) and name.startswith("_"):
            raise jinja2.exceptions.SecurityError("underscore")


def environment():
    env = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols]
    )

    def raise_exception(message):
        raise jinja2.exceptions.TemplateError(message)

    def tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
        return json.dumps(
            x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
        )

    env.filters["tojson"] = tojson
    env.globals["raise_exception"] = raise_exception
    env.globals["strftime_now"] = NOW.strftime
    env.globals["namespace"] = Names
    return env


CHATML = """{%- if tools %}
{{- '<|im_start|>system\\n' }}
{%- for tool in tools %}
{{- tool | tojson }}
{%- endfor %}
{{- '<|im_end|>\\n' }}
{%- endif %}
{%- for message in messages %}
    {%- if message.role == 'assistant' %}
{{- '<|im_start|>assistant\\n' }}{% generation %}{{- message.content }}{{- '<|im_end|>' }}{% endgeneration %}{{- '\\n' }}
    {%- else %}
{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
{{- '<|im_start|>assistant\\n' }}
{%- endif %}
"""

PAIRS = """{% if messages[0]['role'] == 'system' %}{% set system = messages[0]['content'] | trim %}
{% set messages = messages[1:] %}{% endif %}
{% for m in messages %}
  {%- if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate, got ' ~ m.role ~ ' at ' ~ loop.index0) }}{% endif %}
  {{- bos_token if loop.first }}[{{ m.role | upper }}] {{ system ~ ' | ' if loop.first and system is defined }}{{ m.content }}
{% endfor %}"""

CONVERSATIONS = {
    "question": [{"role": "user", "content": "What is {{ 6 * 7 }}? {% raise %} {# no #} \\boxed{x}"}],
    "turns": [
        {"role": "system", "content": " Répondez « oui ». \n"},
        {"role": "user", "content": "¿Cuánto es 2+2? 🙂"},
        {"role": "assistant", "content": "<think>2+2=4</think><answer>4</answer>"},
        {"role": "user", "content": "And 3+3?\n"},
        {"role": "assistant", "content": "<think>sum\n</think><answer>6</answer> \n"},
    ],
    "empty": [{"role": "user", "content": ""}, {"role": "assistant", "content": ""}],
    "bad_order": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}],
    "reasoning": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a", "thinking": "t"}],
}

TOOLS = [{"type": "function", "function": {"name": "f", "parameters": {"x": {"type": "number", "default": 1.5}}}}]

SNIPPETS = r"""
{{ 1 + 2 * 3 - 4 / 5 }} {{ 2 ** 3 ** 2 }} {{ -2 ** 2 }} {{ 7 // -2 }} {{ -7 % 3 }} {{ 7.5 % -2 }} {{ -7.5 // 2 }}
{{ 10 ** 20 }} {{ 2 ** 64 - 1 }} {{ 9223372036854775807 + 1 }} {{ -9223372036854775808 - 1 }} {{ 12345678901234567890 // 7 }}
{{ 1e3 }} {{ 1.5e-10 }} {{ 123456789012345678.0 }} {{ 0.1 + 0.2 }} {{ 1 / 3 }} {{ 100.0 }} {{ 1e15 }} {{ 1e16 }} {{ 0.0001 }} {{ 0.00001 }}
{{ 5e-324 }} {{ 2e-323 }} {{ 1.7976931348623157e308 }} {{ 9007199254740993 * 1.0 }} {{ 2.0 ** 0.5 }}
{{ 0x1f }} {{ 0b101 }} {{ 0o17 }} {{ 1_000_000 }} {{ 1_0.2_5 }} {{ 00 }}
{{ true + 1 }} {{ true == 1 }} {{ false < true }} {{ 1.0 == 1 }} {{ '1' == 1 }} {{ none == false }} {{ [] == () }}
{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 'a' < 'b' <= 'b' }} {{ [1,2] < [1,3] }} {{ (1,) < (1,0) }} {{ 'Z' < 'a' }} {{ '' < 'a' }}
{{ not true or true }} {{ not (true or true) }} {{ not not 1 }} {{ 1 and 0 or 'x' }} {{ none or undefined_thing or 'z' }}
{{ 1 in [1.0] }} {{ 'a' in {'a': 1} }} {{ 2 not in (1, 3) }} {{ '' in '' }} {{ none in [none] }} {{ 1 in range(3) }} {{ x is defined in [false] }}
{{ 'a' ~ 1 ~ none ~ [1, 'b'] ~ true ~ 1.0 ~ {} ~ () }}
{{ 'a' + 'b' * 2 + 'c' }} {{ [1] + [2] * 2 }} {{ (1,) + (2,) }} {{ 3 * [0] }} {{ 'x' * -1 }}| {{ 'ab' * true }}
{{ 'a' if false }}|{{ 'a' if false else 'b' if false else 'c' }}|{{ ('x' if 1) is defined }}
{{ [1,2,3,4,5][1:3] }}{{ [1,2,3,4,5][::-1] }}{{ [1,2,3,4,5][-2:] }}{{ [1,2,3,4,5][:-2] }}{{ [1,2,3,4,5][::2] }}{{ [1,2,3,4,5][4:1:-2] }}{{ [1,2,3][10:] }}{{ [1,2,3][-10:2] }}
{{ 'héllo🙂wörld'[::-1] }} {{ 'héllo🙂wörld'[5] }} {{ 'héllo🙂wörld'[4:7] }} {{ 'abc'[none:2] }} {{ 'abc'[-1:none:-1] }} {{ (1,2,3)[1:] }} {{ range(10)[2:8:3]|list }}
{{ 'abc'[::0] }}
{{ 'abc'[1.0] is defined }} {{ [1,2][true] }} {{ {'a': 1}['b'] is defined }} {{ [1]['a'] is defined }} {{ 5[0] is defined }}
{{ {'a': 1, 'b': {'c': [1, 2, {'d': 'e'}]}}.b.c[2].d }} {{ {'items': 5}['items'] }} {{ {'items': 5}.items() | list }} {{ {1: 'x', 1.0: 'y', true: 'z'} }}
{{ {'a': none}.a is none }} {{ {'a': none}.get('a', 5) }} {{ {'a': 1}.get('b') }} {{ {'a':1,'b':2}.keys()|join(',') }} {{ {'a':1}.copy() }} {{ {'a':1}.values()|list }} {{ {'x':1}.items() }} {{ {'x':1}.keys() }} {{ {'x':1}.values() }}
{{ {'a': 1}.pop('a') }}
{{ {'a': 1}.update({'b': 2}) }}
{{ [3].append }}
{{ [3].append(4) }}
{{ [3,4].index(4) }} {{ [3,4,3].count(3) }} {{ (1,2).index(2) }} {{ [1].copy() }}
{{ [3].index(5) }}
{{ 'a,b,,c'.split(',') }} {{ 'a,b,,c'.split(',', 1) }} {{ ' a  b '.split() }} {{ ' a  b c '.split(none, 1) }} {{ 'abc'.split('') }}
{{ ' a  b '.split() }} {{ ' a  b c '.split(none, 1) }} {{ 'a-b-c'.rsplit('-', 1) }} {{ 'a b  c '.rsplit(none, 1) }} {{ 'a b c'.rsplit(maxsplit=1) }} {{ ''.split() }} {{ ''.split(',') }} {{ 'aXXbXXc'.rsplit('XX') }}
{{ '  x '.strip() }}|{{ 'xxaxx'.strip('x') }}|{{ 'abcab'.lstrip('ba') }}|{{ 'abcab'.rstrip('ab') }}|{{ '\u2003a\u00a0'.strip() }}|{{ 'a\x1c\x85'.rstrip() }}|
{{ 'Hello World'.swapcase() }} {{ "they're bill's".title() }} {{ 'ǆ ß ŉ'.title() }} {{ 'ﬁn'.capitalize() }} {{ 'ΑΣ ΣΑΣ'.lower() }} {{ 'ß'.casefold() }} {{ 'straße'.upper() }}
{{ 'abc'.find('z') }} {{ 'abcabc'.find('c', 3) }} {{ 'abcabc'.rfind('b') }} {{ 'abc'.index('b') }} {{ 'aaaa'.count('aa') }} {{ 'abc'.count('') }} {{ 'abc'.find('', 10) }} {{ 'abc'.find('a', -2) }} {{ '🙂b🙂'.find('b') }} {{ 'abcabc'.rindex('c', 0, 5) }}
{{ 'abc'.index('z') }}
{{ 'abc'.startswith(('x', 'a')) }} {{ 'abc'.endswith('bc', 2) }} {{ 'abc'.startswith('b', 1) }} {{ 'abc'.endswith(('c',)) }} {{ 'abc'.startswith('') }}
{{ 'abc'.startswith(1) }}
{{ 'aaa'.replace('a', 'b', 2) }} {{ 'abc'.replace('', '-') }} {{ 'abc'.replace('', '-', 2) }} {{ 'abc'.replace('z', 'y') }} {{ ''.replace('', 'x') }}
{{ 'a-b-c'.partition('-') }} {{ 'a-b-c'.rpartition('-') }} {{ 'abc'.partition('-') }} {{ 'abc'.rpartition('-') }}
{{ 'ab'.center(7, '*') }} {{ 'abc'.center(6, '*') }} {{ 'ab'.ljust(4) }}| {{ 'ab'.rjust(4, '.') }} {{ '-5'.zfill(4) }} {{ '5'.zfill(3) }} {{ 'a\tb'.expandtabs(4) }}
{{ '12'.isdigit() }} {{ '²'.isdigit() }} {{ '²'.isdecimal() }} {{ '½'.isnumeric() }} {{ ''.isalpha() }} {{ 'é'.isalpha() }} {{ 'a1_'.isidentifier() }} {{ '1a'.isidentifier() }} {{ 'Ab C'.istitle() }} {{ 'AB C'.istitle() }} {{ 'ab1'.islower() }} {{ '1'.islower() }} {{ ' \n'.isspace() }} {{ 'a\n'.isprintable() }} {{ 'aé'.isascii() }}
{{ 'a\nb\r\nc\x0bd\u2028e'.splitlines() }} {{ 'a\n\nb\n'.splitlines(true) }} {{ ''.splitlines() }}
{{ '-'.join(['a', 'b']) }} {{ ''.join('abc') }} {{ ','.join({'a': 1, 'b': 2}) }} {{ ', '.join(x for x in []) }}
{{ '-'.join(['a', 'b']) }} {{ ''.join('abc') }} {{ ','.join({'a': 1, 'b': 2}) }} {{ '-'.join(('a',)) }}
{{ '-'.join([1, 2]) }}
{{ 'foo.py'.removesuffix('.py') }} {{ 'foo.py'.removeprefix('foo.') }} {{ 'x'.removeprefix('y') }}
{{ '%s|%d|%5.2f|%-5s|%05d|%x|%X|%o|%e|%g|%%|%r|%c|%+d|% d|%#x' % ('a', 3.7, 3.14159, 'b', -42, 255, 255, 8, 12345.678, 0.0001, 'q', 'z', 5, 5, 255) }}
{{ '%(a)s-%(b)03d' % {'a': 1, 'b': 2} }} {{ '%s' % 'x' }} {{ '%s' % [1, 2] }} {{ '%s %s' % (1, none) }} {{ '%.3s|' % 'abcdef' }} {{ '%*d' % (5, 42) }} {{ '%5s|%-5s|' % ('é🙂', 'x') }}
{{ '%s %s' % 'x' }}
{{ '%d' % 'x' }}
{{ '%s' % (1, 2) }}
{{ '%y' % 1 }}
{{ '%g %g %g %g %G' % (1e10, 1e-5, 123456789.0, 0.5, 1e-10) }} {{ '%.0f %.1f %.10f' % (2.5, 0.25, 0.1) }} {{ '%e' % 0.0 }} {{ '%i' % 3 }} {{ '%a' % 'é' }}
{{ '{} {}'.format(1, 'a') }} {{ '{1} {0} {x}'.format('a', 'b', x=3) }} {{ '{0[k]} {0.k} {1[0]}'.format({'k': 'v'}, [7]) }} {{ '{{}}{}'.format(1) }} {{ '{!r:>6}|{:<4}|{:^5}|{:*^7}|'.format('a', 'b', 'c', 'd') }}
{{ '{:05d} {:+.2f} {:,} {:_} {:x} {:#x} {:b} {:e} {:.1%} {:>8.3f}|{:08.2f}'.format(42, 3.14159, 1234567, 1234567, 255, 255, 5, 12345.678, 0.256, 2.0, -3.5) }} {{ '{:n}'.format(5) }} {{ '{:.3}'.format('abcdef') }} {{ '{:{}}|'.format('a', 4) }} {{ '{:g}'.format(1e20) }} {{ '{:.2}'.format(3.14159) }} {{ '{}'.format(none) }} {{ '{:>5}'.format(true) }}
{{ '{'.format() }}
{{ '{}'.format() }}
{{ '{x}'.format() }}
{{ '{0.__class__}'.format('a') }}
{{ [1, 2, 3] | length }} {{ 'abc' | count }} {{ {} | length }} {{ none | length }}
{{ 5 | length }}
{{ undefined_thing | length }} {{ undefined_thing | list }} {{ undefined_thing | join }}| {{ undefined_thing | string }}| {{ undefined_thing | upper }}|
{{ undefined_thing | int }}
{{ undefined_thing.x.y }}
{{ undefined_thing['x'] }}
{{ undefined_thing + 1 }}
{{ -undefined_thing }}
{{ undefined_thing < 1 }}
{{ undefined_thing() }}
{{ undefined_thing == undefined_other }} {{ undefined_thing != 1 }} {{ undefined_thing is none }} {{ not undefined_thing }} {{ 'x' in undefined_thing }} {{ [undefined_thing] }} {{ undefined_thing|default('d') }}
{{ undefined_thing in 'abc' }}
{{ messages[99] }}|{{ messages[99] is defined }}|{{ messages.foo is defined }}|{{ messages[0].foo.bar }}
{{ none.foo is defined }} {{ none['foo'] is defined }} {{ (5).foo is defined }} {{ ''.foo is defined }}
{{ none + 1 }}
{{ 1 + none }}
{{ [] + {} }}
{{ 'a' - 'b' }}
{{ 'a' * 'b' }}
{{ 'a' < 1 }}
{{ none < 1 }}
{{ {} < {} }}
{{ 1 % 0 }}
{{ 1 // 0 }}
{{ 1.0 / 0 }}
{{ 1 in 5 }}
{{ 1 in 'a' }}
{{ 1 in none }}
{{ {[]: 1} }}
{{ 'a'() }}
{{ 'a'.upper(1) }}
{{ 'a'.nope() }}
{{ ' a '|trim }}|{{ 'xax'|trim('x') }}|{{ 5|trim }}|{{ none|trim }}|{{ 'a b'|replace(' ', '_') }}|{{ 5|replace('5', 6) }}|{{ 'aaa'|replace('a', 'b', 1) }}
{{ 'abc'|first }} {{ 'abc'|last }} {{ []|first }}| {{ []|last }}| {{ {'a':1}|first }} {{ {'a':1,'b':2}|last }} {{ (1,2)|last }}
{{ [1,2]|map('string')|last }}
{{ [3,1,2]|sort }} {{ [3,1,2]|sort(reverse=true) }} {{ ['b','A','c']|sort }} {{ ['b','A','c']|sort(case_sensitive=true) }} {{ [{'n':2,'m':1},{'n':1,'m':3}]|sort(attribute='n') }} {{ [{'n':2,'m':1},{'n':1,'m':3},{'n':1,'m':2}]|sort(attribute='n,m')|map(attribute='m')|list }} {{ 'cab'|sort }}
{{ [1,'a']|sort }}
{{ {'b':1,'A':2}|dictsort }} {{ {'b':1,'A':2}|dictsort(true) }} {{ {'b':1,'A':2}|dictsort(by='value', reverse=true) }}
{{ {'b':1}|dictsort(by='x') }}
{{ ['a','A','b','a']|unique|list }} {{ ['a','A']|unique(true)|list }} {{ [{'k':1},{'k':1},{'k':2}]|unique(attribute='k')|list }}
{{ [1,3,2]|min }} {{ [1,3,2]|max }} {{ ['b','A']|min }} {{ []|max }}| {{ [{'v':3},{'v':1}]|min(attribute='v') }}
{{ [1,2,3]|sum }} {{ [0.1]*3|length }} {{ [1.5,2]|sum(start=10) }} {{ [{'v':1},{'v':2}]|sum(attribute='v') }} {{ [[1],[2]]|sum(start=[]) }}
{{ ['a']|sum }}
{{ [1,2,3]|reverse|list }} {{ 'abc'|reverse }} {{ (1,2)|reverse|join }} {{ {'a':1,'b':2}|reverse|list }}
{{ [1,2,3,4,5]|batch(2)|list }} {{ [1,2,3,4,5]|batch(2, 'x')|list }} {{ [1,2,3,4,5,6,7]|slice(3)|list }} {{ [1,2,3,4,5,6,7]|slice(3, 0)|list }}
{{ [{'g':'a','v':1},{'g':'b','v':2},{'g':'a','v':3}]|groupby('g')|list }} {% for g, items in [{'g':'x','v':1},{'g':'X','v':2}]|groupby('g') %}{{ g }}:{{ items|map(attribute='v')|join(',') }};{% endfor %} {% for x in [{'g':1}]|groupby('g') %}{{ x.grouper }}={{ x.list }}{% endfor %}
{{ [1,2,3]|join }} {{ [1,2,3]|join(', ') }} {{ [{'a':1},{'a':2}]|join('-', attribute='a') }} {{ 'abc'|join('.') }} {{ [none, true, 1.0]|join('|') }}
{{ [1,2,3,4]|select('even')|list }} {{ [1,2,3,4]|reject('gt', 2)|list }} {{ [0,1,'',none]|select|list }} {{ [0,1,'',none]|reject|list }} {{ [{'a':1},{},{'a':0}]|selectattr('a')|list }} {{ [{'a':1},{}]|selectattr('a','defined')|list }} {{ [{'a':{'b':1}},{'a':{'b':2}}]|selectattr('a.b','eq',2)|list }} {{ [{'a':1},{}]|rejectattr('a','defined')|list }}
{{ [1,2]|select('nope')|list }}
{{ ['a','b']|map('upper')|list }} {{ [[1,2],[3]]|map('length')|list }} {{ [[1,2],[3]]|map(attribute=0)|list }} {{ [{'a':1},{}]|map(attribute='a',default=0)|list }} {{ ['a']|map('replace','a','b')|list }} {{ ['x']|map('nope')|first is defined }}
{{ ['1','x','2.7',none,3.9,' 4 ','0x1f']|map('int')|list }} {{ '1f'|int(base=16) }} {{ '0x1f'|int(0,16) }} {{ '0b11'|int(base=2) }} {{ 'z'|int(-1) }} {{ true|int }} {{ '1_000'|int }} {{ '-5'|int }} {{ '1e3'|int }}
{{ '1.5'|float }} {{ 'x'|float }} {{ 'x'|float(2.5) }} {{ 3|float }} {{ ' 1e3 '|float }} {{ 'nan'|float }} {{ '-inf'|float }} {{ none|float }}
{{ 2.5|round }} {{ 3.5|round }} {{ 1.005|round(2) }} {{ 42.55|round(1, 'ceil') }} {{ 42.55|round(1, 'floor') }} {{ 1234|round(-2) }} {{ 5|round }} {{ -2.5|round }} {{ 0.1|round(20) }} {{ 2.675|round(2)|string }}
{{ -5|abs }} {{ (-5)|abs }} {{ -5.5|abs }} {{ true|abs }}
{{ 'a'|abs }}
{{ 'hello world foo'|title }} {{ 'hELLO-wORLD (x)'|title }} {{ 'hELLO'|capitalize }} {{ 'ab'|upper }} {{ 'AB'|lower }} {{ 5|upper }} {{ none|lower }}
{{ 'a\nb\n\nc'|indent }}|{{ 'a\nb'|indent(2, first=true) }}|{{ 'a\n\nb'|indent(1, blank=true) }}|{{ 'a\nb\n'|indent(2) }}|{{ ''|indent(2, true) }}|{{ 'a\nb'|indent('--') }}|{{ 'a\r\nb'|indent(1) }}
{{ 5|indent }}
{{ 'foo bar baz qux'|truncate(9) }} {{ 'foo bar baz qux'|truncate(9, true) }} {{ 'foo bar baz qux'|truncate(11) }} {{ 'foo bar baz qux'|truncate(11, false, '...', 0) }} {{ 'foobarbazqux'|truncate(5, leeway=0) }}
{{ 'a long line of words to be wrapped'|wordwrap(10) }}|{{ 'averyverylongword x'|wordwrap(5) }}|{{ 'averyverylongword x'|wordwrap(5, false) }}|{{ 'a b\nc d'|wordwrap(3, wrapstring='/') }}|{{ 'well-known fact'|wordwrap(6) }}
{{ 'Hello, world! 2x'|wordcount }} {{ 'abc'|center(9) }}| {{ 1000|filesizeformat }} {{ 1|filesizeformat }} {{ 999|filesizeformat }} {{ 1048576|filesizeformat(true) }} {{ 123456789|filesizeformat }}
{{ '<a href="x">'|e }} {{ '<'|e|e }} {{ '<'|escape ~ '<' }} {{ ('<'|e) + '<' }} {{ ('<'|safe) + '<' }} {{ '<b>'|forceescape }} {{ '<b>'|safe|forceescape }} {{ '<p>a  <b>b</b></p><!-- c -->'|striptags }} {{ ('<'|e) is escaped }} {{ ('a'|safe) == 'a' }} {{ ['<'|safe] }} {{ ('<b>'|safe).upper() }}
{{ 'a b/c?d=é&'|urlencode }} {{ {'a b': 'c&d', 'e': 1}|urlencode }} {{ [('x', 'y z')]|urlencode }} {{ 5|urlencode }}
{{ {'a': 1, 'b': none, 'c': '<"'}|xmlattr }}|{{ {'a': 1}|xmlattr(false) }}|{{ {}|xmlattr }}|
{{ {'a b': 1}|xmlattr }}
{{ {'b': [1, {'c': none}], 'a': 'x'}|pprint }} {{ 'x'|pprint }}
{{ 'abc'|list }} {{ {'a': 1}|list }} {{ range(3)|list }} {{ 5|string|list }}
{{ {'a':1,'b':2}|items|list }} {{ undefined_thing|items|list }}
{{ 5|items|list }}
{{ 'x'|default('y') }} {{ ''|default('y') }}| {{ ''|default('y', true) }} {{ none|default('y') }} {{ undefined_thing|default }}| {{ 0|d(5, boolean=true) }} {{ {'a':1}.b|default('q') }}
{{ {'a':1}|attr('a') is defined }} {{ 'a'|attr('upper') is defined }} {{ 'abc'|attr('upper')() }}
{{ {'a': 'é"\\\n\t\x00\x7f/', 'b': [1, 2.5, true, none, 1e100, -0.0], 'c': {}, 'd': []}|tojson }}
{{ {'b': {'z': 1, 'y': [1, [], {}]}, 'a': 2}|tojson(indent=2) }} {{ [1,2]|tojson(indent=0) }} {{ {'b': 1, 'a': 2}|tojson(sort_keys=true, separators=(',', ': ')) }} {{ {'é': '🙂'}|tojson(ensure_ascii=true) }} {{ [1]|tojson(indent='>>') }} {{ {none: 1, true: 2, 3: 4, 1.5: 5}|tojson }} {{ (1, (2,))|tojson }} {{ 'x'|safe|tojson }}
{{ [undefined_thing]|tojson }}
{{ {(1,2): 3}|tojson }}
{{ range(3)|tojson }}
{{ [1,2]|map('string')|tojson }}
{{ 1 is odd }} {{ 2 is even }} {{ 6 is divisibleby 3 }} {{ 6 is divisibleby(4) }} {{ 'A' is upper }} {{ 'a' is lower }} {{ 1 is number }} {{ true is number }} {{ true is integer }} {{ 1.0 is float }} {{ none is none }} {{ [] is sequence }} {{ {} is sequence }} {{ 'a' is sequence }} {{ 5 is sequence }} {{ {} is mapping }} {{ 5 is iterable }} {{ x is undefined }} {{ range is callable }} {{ 'a' is callable }} {{ 1 is sameas 1 }} {{ [] is sameas [] }} {{ 1 is eq 1.0 }} {{ 'a' is in 'abc' }} {{ 1 is in [2] }} {{ 3 is ge 3 }} {{ 'b' is gt 'a' }} {{ 1 is boolean }} {{ false is false }} {{ 0 is false }} {{ 'upper' is filter }} {{ 'odd' is test }} {{ range(3) is iterable }} {{ range(3) is sequence }} {{ [1]|map('string') is sequence }} {{ undefined_thing is iterable }} {{ undefined_thing is sequence }} {{ undefined_thing is mapping }} {{ undefined_thing is string }} {{ 'a' is not none }} {{ 1 is not odd }} {{ none is not defined }}
{{ 1 is nosuchtest }}
{{ 'a' is odd }}
{{ not 1 is odd }} {{ 1 is odd and 2 is even }} {{ 5 is divisibleby 5 and true }} {{ 'x' if 1 is odd else 'y' }} {{ [1,2] is sequence and [] is not mapping }} {{ 1 + 1 is even }} {{ 2 * 3 is divisibleby 2 }} {{ -1|abs }} {{ 'a' ~ 'b'|upper }} {{ 1 == 1|int }}
{% for x in [1,2,3] %}{{ loop.index }}/{{ loop.length }}{{ ',' if not loop.last }}{% endfor %}
{% for x in [1,2,3] recursive %}{{ x }}{% endfor %}{% for n in [{'v':1,'c':[{'v':2,'c':[{'v':3}]}]},{'v':4}] recursive %}<{{ n.v }}@{{ loop.depth }}{{ loop(n.c) if n.c }}>{% endfor %}
{% for x in [1] %}{{ loop([]) }}{% endfor %}
{% for x in [3,1,2]|sort %}{{ x }}{{ loop.revindex }}{{ loop.revindex0 }}{% else %}none{% endfor %}{% for x in [] %}{% else %}E{{ x is defined }}{% endfor %}{% for x in [1,2,3] if x > 5 %}{{ x }}{% else %}E2{% endfor %}
{% for x in [1,2,3,4] if x is odd %}{{ loop.index }}{{ x }}{{ loop.nextitem }}{{ loop.previtem }};{% endfor %}
{% for x in [1,2,3,4,5] %}{% if x == 2 %}{% continue %}{% elif x == 4 %}{% break %}{% endif %}{{ x }}{% endfor %}
{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}{{ v }}{% endfor %}{% for k, v in {'a': 1}|items %}{{ k }}{{ v }}{% endfor %}{% for k in {'a': 1} %}{{ k }}{% endfor %}{% for (a, b), c in [((1,2),3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}
{% for a, in [(1,)] %}{{ a }}{% endfor %}
{% for a, b in [(1,2,3)] %}{% endfor %}
{% for a, b in [5] %}{% endfor %}
{% for a, b in ['x'] %}{% endfor %}
{% for c in 'a🙂b' %}[{{ c }}]{% endfor %}{% for i in range(5, 0, -2) %}{{ i }}{% endfor %}{% for x in 5 %}{% endfor %}
{% for x in [1,2,3] %}{{ loop.cycle('a','b') }}{{ loop.changed(x > 1) }}{{ loop.first }}{% endfor %}
{% set x = 1 %}{% if true %}{% set x = 2 %}{% endif %}{{ x }}{% for i in [1,2] %}{{ x }}{% set x = 10 %}{{ x }}{% endfor %}{{ x }}{% for i in [1,2] %}{% if i == 1 %}{% set y = 5 %}{% endif %}{{ y is defined }}{% endfor %}
{% set ns = namespace(a=1, l=[]) %}{% for i in [1,2,3] %}{% set ns.a = ns.a * i %}{% set ns.l = ns.l + [i] %}{% endfor %}{{ ns.a }}{{ ns.l }}{{ ns.b is defined }}{{ ns['a'] }}
{% set d = {'a': 1} %}{% set d.a = 2 %}
{% set ns = namespace() %}{% set ns._x = 2 %}
{% set a, b = 1, 2 %}{{ a }}{{ b }}{% set (c, d) = [3, 4] %}{{ c }}{{ d }}{% set e = 1, %}{{ e }}{% set f %}x{{ 1 }}y{% endset %}{{ f }}{% set g | upper | replace('A', 'B') %}aaa{% endset %}{{ g }}
{% set ns = namespace(x=0) %}{% set ns.y %}text{% endset %}{{ ns.y }}
{% macro f(a, b=2, *c) %}{% endmacro %}
{% macro f(a, b=2) %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ f(1) }}{{ f(1, 2, 3, x=4) }}{{ f() }}{{ f(b=1, a=0) }}{{ f.name }}{{ f.arguments }}
{% macro f(a, b=a ~ '!') %}{{ b }}{% endmacro %}{{ f('x') }}{{ f('x', 'y') }}{{ f(*['p', 'q']) }}{{ f(**{'a': 'k'}) }}
{% macro f(a) %}{{ a }}{% endmacro %}{{ f(1, b=2) }}
{% macro f(a) %}{{ a.b }}{% endmacro %}{{ f() }}
{% macro outer(x) %}{% macro inner(y) %}{{ x }}{{ y }}{% endmacro %}{{ inner('i') }}{% endmacro %}{{ outer('o') }}{% set q = 1 %}{% macro late() %}{{ q }}{% endmacro %}{% set q = 2 %}{{ late() }}
{% macro box(t) %}<{{ t }}|{{ caller() }}|{{ caller() }}>{% endmacro %}{% call box('T') %}in{{ 1 + 1 }}{% endcall %}{% macro each(l) %}{% for i in l %}{{ caller(i, loop.index) }}{% endfor %}{% endmacro %}{% call(v, n=0) each(['a', 'b']) %}({{ v }}{{ n }}){% endcall %}
{% macro f() %}{{ caller }}{% endmacro %}[{{ f() }}]{% macro g() %}x{% endmacro %}{% call g() %}y{% endcall %}
{% macro f() %}{{ caller() }}{% endmacro %}{{ f() }}
{% filter upper %}a{{ 'b' }}{% for x in [1] %}c{% endfor %}{% endfilter %}{% filter replace('a', 'b') | upper %}aaa{% endfilter %}
{% with %}{% set z = 1 %}{{ z }}{% endwith %}{{ z is defined }}{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}{% set a = 5 %}{% with a = 1, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}
{% raw %}{{ x }} {% if %} {# c #}{% endraw %}|{%- raw -%}  {{ y }}  {%- endraw -%}|
{% if 0 %}a{% elif '' %}b{% elif [0] %}c{% else %}d{% endif %}{% if none is none and not false %}e{% endif %}{% if 'a' in 'abc' %}f{% endif %}{% if 1, %}g{% endif %}
{% print 1, 'a' %}{% block b %}x{{ messages|length }}{% endblock %}{% autoescape true %}{{ '<' }}{{ '<'|safe }}{% endautoescape %}{{ '<' }}
{% include 'x' %}
{% extends 'x' %}
{% import 'x' as y %}
{% do 1 %}
{% if true %}
{% endif %}{% endif %}
{% for %}{% endfor %}
{{ }}
{{ 1 + }}
{{ (1 }}
{{ 1) }}
{{ 'abc }}
{{ a b }}
{{ 1 | }}
{{ 1 is }}
{{ [1, 2 }}
{{ {1: } }}
{{ ? }}
{% set %}
{% set true = 1 %}
{% set 1 = 1 %}
{% break %}
{% macro f %}{% endmacro %}
{% macro f(a=1, b) %}{% endmacro %}
{% call 1 %}{% endcall %}
{# never closed
{% if true
{{ 'a\'b' }} {{ "a\"b" }} {{ '\x41\u00e9\U0001f642\101\n|\t|\\|\q|\/' }} {{ '\N{BULLET}' }} {{ 'line1
line2' }} {{ 'a' "b" 'c' }}
{{ 'a\
b' }} {{ "{{ }} {% %}" }} {{ '}}' }} {{ {'a': {'b': 1}}['a']['b'] }} {{ [[1]][0][0] }}{{{'a':1}['a']}}
a {%- if true -%} b {%- endif -%} c
a {%+ if true %} b {%+ endif %} c
  {% if true %}  x  {% endif %}  y
  {%+ if true +%}
z{% endif %}
  {# c #}  x {#- d -#} y  {# e #}
z
a
  {{- 'b' }}
  {{ 'c' -}}
  d {{ -1 }} {{- -1 -}} e
{% if true -%}
   a
{%- else -%}
   b
{%- endif %}
c
{% set x = 1 -%}
  a{% set y = 2 %}
  b{{ x }}{{ y }}
	{% for i in [1] %}	
	{{ i }}	
	{% endfor %}	
{{ 1.e }}
{{ 1 .real }} {{ 5.5.is_integer() }} {{ 4.0.is_integer() }} {{ (255).bit_length() }} {{ true.real }}
{{ [1,2,3].0 }} {{ {'a': [5]}.a.0 }} {{ 'abc'.1 }}
{{ ''.__class__ }}|{{ ''.__class__ is defined }}|{{ ''['__class__'] }}|{{ [].__len__ is defined }}
{{ ''.__class__.__bases__ }}
{{ ''.__class__() }}
{{ messages.__init__.__globals__ }}
{{ range(3).__iter__ is defined }} {{ none.__class__ is defined }} {{ (1).__class__ is defined }}
{{ loop is defined }} {{ caller is defined }} {{ varargs is defined }} {{ true_ is defined }}
{{ range(2) }} {{ range(1, 10, 3)|list }} {{ range(5)|length }} {{ range(5)[-1] }} {{ range(0) == range(3, 3) }} {{ range(1,2,3) }} {{ range(3) is defined }}
{{ range(1000000) }}
{{ range() }}
{{ range('a') }}
{{ dict(a=1, b=2) }} {{ dict({'a': 1}, b=3) }} {{ dict([('x', 1)]) }} {{ dict() }}
{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.reset() }}{{ c.next() }}{% set j = joiner('|') %}{{ j() }}x{{ j() }}y
{{ strftime_now('%Y-%m-%d %H:%M:%S %j %U %W %V %w %u %a %A %b %B %y %I %p %e|%-d|%-m|%%|%D|%F|%T|%R|%c|%x|%X|%f|%C|%h|%n%t|%G') }}
{{ raise_exception('no ' ~ 1) }}
{{ raise_exception(none) }}
{{ namespace(a=1) is mapping }} {{ namespace(a=1).a }} {{ namespace({'x': 2}).x }} {{ namespace(a=[1, 'b']) }}
{{ [1, 'a', "it's", 'q"q', 'b\'"', none, true, 1.5, (1,), {'k': ()}, '\x00\x1b\u200b\u00a0é🙂\ue000'] }}
{{ ['a\nb\tc\\d\re'] }} {{ {'a': {'b': 'c'}} }} {{ ((),) }} {{ [[]] }} {{ [[1, [2]], {1: [none]}] }}
{% generation %}a{% endgeneration %}b{% generation %}{% for i in [1,2] %}{{ i }}🙂{% endfor %}{% endgeneration %}é{% macro m() %}q{% generation %}zz{% endgeneration %}{% endmacro %}{{ m() }}{% set s %}u{% generation %}vv{% endgeneration %}{% endset %}{{ s }}
{% generation %}x{% generation %}y{% endgeneration %}z{% endgeneration %}{% filter upper %}a{% generation %}b{% endgeneration %}{% endfilter %}{% if true %}{%- generation -%} w {%- endgeneration -%}{% endif %}
{% set x = 1 %}{% generation %}{% set x = 2 %}{{ x }}{% endgeneration %}{{ x }}{% for i in [1,2] %}{% generation %}{{ i }}{{ loop.index }}{% endgeneration %}{% endfor %}
{% for m in messages %}{{ m['role'] }}:{{ m.content|length }}:{{ m.get('name', '-') }}:{{ 'thinking' in m }};{% endfor %}
{{ messages[0] is mapping }}{{ messages is iterable }}{{ messages|map(attribute='role')|list }}{{ messages[-1]['role'] }}{{ messages[:1]|length }}{{ (messages|first).role }}{{ tools is none }}{{ documents }}{{ bos_token }}{{ add_generation_prompt }}
{% for m in messages %}{% set ns2 = namespace(i=loop.index0) %}{% if loop.index0 < messages|length - 1 and messages[loop.index0 + 1].role == 'assistant' %}>{% endif %}{{ ns2.i }}{% endfor %}
{%- set ns = namespace(last=messages|length - 1, found=false) -%}{%- for m in messages[::-1] -%}{%- set i = (messages|length - 1) - loop.index0 -%}{%- if not ns.found and m.role == 'user' and m.content is string and not (m.content.startswith('<t>') and m.content.endswith('</t>')) -%}{%- set ns.found = true -%}{%- set ns.last = i -%}{%- endif -%}{%- endfor -%}{{ ns.last }}
{{ 'a</think>b'.split('</think>')[0].rstrip('\n').split('<think>')[-1].lstrip('\n') }}{{ 'x'.split('</think>')[-1].lstrip('\n') }}
{{ [1,2,3] | map('string') | join(',') | length }}{{ (1,2)|list|tojson }}{{ "a" if messages else "b" }}{{ 'None' if none is none }}
{{ 'A' is in ['a','A'] }}{{ ['x'] is in [['x']] }}{{ 2 is divisibleby 2 }}{{ 'abc' is string and 'b' in 'abc' }}
{{ 1 if true else 2 + 3 }} {{ (1 if true else 2) + 3 }} {{ 1 if false else 2 if true else 3 }} {{ [1 if true else 2, 3] }} {{ {'a': 1 if true else 2} }}
{{ 'a'.upper().lower().title() }} {{ ('a' ~ 'b').upper() }} {{ 'x'|upper ~ 'y' }} {{ ('x' ~ 'y')|upper }} {{ 'a,b'.split(',')|map('upper')|join('+') }} {{ [1,2,3][1:]|sum }} {{ 'abc'[0]|upper }} {{ -1|string + 'x' }}
{{ 1,2 }} {{ (1) }} {{ () }} {{ 1, }} {{ [1,] }} {{ {'a':1,} }} {{ 'f'.join([],) }}|
""".strip("\n").split("\n")


MULTILINE = [
    "a\n  {{- 'b' }}\n  {{ 'c' -}}\n  d {{ -1 }} {{- -1 -}} e\n",
    "{% if true -%}\n   a\n{%- else -%}\n   b\n{%- endif %}\nc\n",
    "{% set x = 1 -%}\n  a{% set y = 2 %}\n  b{{ x }}{{ y }}\n\n",
    "\t{% for i in [1] %}\t\n\t{{ i }}\t\n\t{% endfor %}\t\n",
    "  {%+ if true +%}\nz{% endif %}\n",
    "  {# c #}  x {#- d -#} y  {# e #}\nz",
    "  {# c #}\n  {# d #}\nx\n  {#- e #}\n y {# f -#}\n z",
    "{% if true %}\n\n\nx\n\n{% endif %}\n\n",
    "\n\n{% if true %}x{% endif %}\n",
    "a\r\nb\rc\r\n{% if true %}\r\nd\r\n{% endif %}\r\n",
    "{% raw %}\n  {{ x }}\n{% endraw %}\n  y",
    "  {% raw %}  a  {% endraw %}  \n",
    "{{ 'line1\nline2' }}\n{{ 'a\\\nb' }}",
    "{%- for m in messages -%}\n  {{ m.role }}\n{%- endfor -%}\n",
    "{% for m in messages %}\n  {%- if m.role == 'user' %}\n    U\n  {%- else %}\n    O\n  {% endif %}\n{% endfor %}\n",
    "{% set x %}\n  a\n{% endset %}\n[{{ x }}]",
    "{% macro f(a) %}\n  <{{ a }}>\n{% endmacro %}\n{{ f(1) }}\n",
    "{{ {\n 'a': 1,\n 'b': [\n 2 ] }\n| tojson }}",
    "x{% if true %}\n y{% endif %}\n z\n",
    "{% generation %}\n  a\n{% endgeneration %}\nb",
]


def case(env, source, messages, **inputs):
    variables = {"tools": None, "documents": None, "bos_token": "<s>", "eos_token": "</s>"}
    variables.update(add_generation_prompt=False)
    variables.update(inputs)
    Generation.spans = []
    Generation.blocks = []
    row = {"source": source, "messages": messages}
    row.update(inputs)
    prepared = []
    for message in messages:
        reasoning = message.get("reasoning_content") or message.get("thinking")
        if reasoning is not None:
            message = {"thinking": reasoning, **message, "reasoning_content": reasoning}
        prepared.append(message)
    try:
        for block in env.from_string(source).generate(messages=prepared, **variables):
            Generation.blocks.append(block)
        row["expected"] = "".join(Generation.blocks)
        if "generation %}" in source or "generation -%}" in source:
            row["generation_spans"] = Generation.spans
    except Exception as e:  # every failure of a template is an expected outcome here
        row["error"] = {
            "type": type(e).__name__,
            "message": str(e),
            "raised_by_template": type(e) is jinja2.exceptions.TemplateError,
        }
    return row


def main():
    env = environment()
    rows = []
    for template in (CHATML, PAIRS):
        for messages in CONVERSATIONS.values():
            for tools in (None, TOOLS):
                for prompt in (False, True):
                    rows.append(
                        case(env, template, messages, tools=tools, add_generation_prompt=prompt)
                    )
    for source in SNIPPETS + MULTILINE:
        rows.append(case(env, source, CONVERSATIONS["turns"]))
    for row in rows:
        json.dump(row, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
