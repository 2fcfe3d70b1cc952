# SPDX-License-Identifier: GPL-3.0-or-later
"""An SNMPv1 agent (RFC 1157) that lets everyone read its system group (RFC 1213, section 6.2)."""

from . import stream

PORT = 161
COMMUNITY = b"public"
INTEGER, STRING, NULL, OBJECT, SEQUENCE, GET, RESPONSE = 2, 4, 5, 6, 0x30, 0xA0, 0xA2
NO_SUCH_NAME = 2


def _write(tag, body):
    if len(body) < 128:
        return bytes([tag, len(body)]) + body
    return bytes([tag, 0x82]) + len(body).to_bytes(2, "big") + body


def _read(data, tag):
    """The body of the element at the beginning, and what comes after it; short lengths only."""
    if data[0] != tag or data[1] > 127 or len(data) < 2 + data[1]:
        raise ValueError("not SNMP as it is asked for")
    return data[2:2 + data[1]], data[2 + data[1]:]


def write_object(dotted):
    """The bytes of "1.3.6.1": the first two numbers share one, the others take seven bits each."""
    numbers = [int(part) for part in dotted.split(".")]
    body = bytes([40 * numbers[0] + numbers[1]])
    for number in numbers[2:]:
        group = [number & 0x7F]
        while number := number >> 7:
            group.insert(0, number & 0x7F | 0x80)
        body += bytes(group)
    return body


async def serve(_device, service):
    """"description", "object" (dotted), "snmp-name"."""
    values = {write_object("1.3.6.1.2.1.1.1.0"): _write(STRING, service["description"].encode()),
              write_object("1.3.6.1.2.1.1.2.0"): _write(OBJECT, write_object(service["object"])),
              write_object("1.3.6.1.2.1.1.5.0"): _write(STRING, service["snmp-name"].encode())}

    def answer(data, _sender, send):
        message, _rest = _read(data, SEQUENCE)
        version, message = _read(message, INTEGER)
        community, message = _read(message, STRING)
        if version != b"\0" or community != COMMUNITY:
            return  # RFC 1157 section 4.1: who does not know the word hears nothing
        question, _rest = _read(message, GET)
        number, question = _read(question, INTEGER)
        _status, question = _read(question, INTEGER)
        _index, question = _read(question, INTEGER)
        rows, _rest = _read(question, SEQUENCE)
        status, reply = 0, b""
        while rows:
            row, rows = _read(rows, SEQUENCE)
            name, _null = _read(row, OBJECT)
            status = status or (0 if name in values else NO_SUCH_NAME)
            reply += _write(SEQUENCE, _write(OBJECT, name) + values.get(name, _write(NULL, b"")))
        body = (_write(INTEGER, number) + _write(INTEGER, bytes([status]))
                + _write(INTEGER, b"\0") + _write(SEQUENCE, reply))
        send(_write(SEQUENCE, _write(INTEGER, version) + _write(STRING, community)
                    + _write(RESPONSE, body)))

    return await stream.listen_datagrams(stream.multicast_socket(None, PORT), answer)
