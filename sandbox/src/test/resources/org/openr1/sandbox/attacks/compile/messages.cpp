// attack: compiler messages without end
// expect: compile_error
// slow: yes
template <int N> struct A : A<N - 1>, A<N - 2> { typename A<N - 1>::missing x; };
template <> struct A<0> {};
template <> struct A<1> {};
A<800> a;
int main() {}
