# attack: makes itself readable to others, and asks for odd personalities
# expect: blocked
blocked("start")
for name, value in (("no randomization", 0x0040000), ("executable data", 0x0400000), ("zero page", 0x0100000), ("32 bits", 8), ("old kernel", 0x0020000)):
    refused(f"personality: {name}", 135, value)
