# attack: performance counters
# expect: blocked
for kind, config in ((1, 0), (0, 0), (2, 1), (4, 0)):
    attributes = (ctypes.c_uint32 * 32)(kind, 128, config)
    refused(f"counter of kind {kind} of itself", 298, attributes, 0, -1, -1, 0)
    refused(f"counter of kind {kind} of all", 298, attributes, -1, 0, -1, 0)
