from altheory.ledger.uses import closure, dot, faults


def test_closure_is_transitive_and_survives_a_cycle():
    graph = {"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}
    assert set(closure(graph, "a")) == {"b", "c", "d"}
    assert closure(graph, "d") == ()
    assert set(closure({"a": ("b",), "b": ("a",)}, "a")) == {"a", "b"}


def test_a_sound_graph_has_no_fault():
    assert faults({"a": ("b", "c"), "b": ("c",), "c": ()}) == ()


def test_missing_keys_and_cycles_are_faults():
    assert faults({"a": ("gone",)}) == ("a uses gone, which is no claim of the ledger",)
    assert faults({"a": ("a",)}) == ("a claim rests on itself: a -> a",)
    assert faults({"c": ("a",), "a": ("b",), "b": ("c",)}) == (
        "a claim rests on itself: a -> b -> c -> a",
    )


def test_keys_are_quoted_for_graphviz():
    assert '"a\\"b\\\\c";' in dot({'a"b\\c': ()})
