package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"sync"
)

const (
	headerBytes = 16
	// maxMessageBytes is what FerretDB announces in its hello.
	maxMessageBytes = 48_000_000
	opMsg           = 2013
	moreToCome      = 1 << 1
)

// turns stands before FerretDB and lets one command that writes through at a time.
//
// MongoDB applies an update to a document in one step: nobody writes between its filter and its change. FerretDB 1 on
// SQLite reads, then writes, and two commands may meet in between. One at a time, they keep MongoDB's promise. FerretDB
// also holds a database connection for each update of a command until its end, and waits forever where two commands
// share the last ones.
type turns struct {
	server string
	mutex  sync.Mutex
}

var writes = map[string]bool{
	"insert": true, "update": true, "delete": true, "findAndModify": true,
	"create": true, "createIndexes": true, "drop": true, "dropIndexes": true, "dropDatabase": true,
}

// serve answers connections until the listener is closed.
func (t *turns) serve(listener net.Listener) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		go t.answer(client)
	}
}

func (t *turns) answer(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", t.server)
	if err != nil {
		return
	}
	defer server.Close()
	for {
		request, err := readMessage(client)
		if err != nil {
			return
		}
		reply, err := t.exchange(server, request)
		if err != nil {
			return
		}
		if _, err := client.Write(reply); err != nil {
			return
		}
	}
}

func (t *turns) exchange(server net.Conn, request []byte) ([]byte, error) {
	if writes[commandOf(request)] {
		t.mutex.Lock()
		defer t.mutex.Unlock()
	}
	if _, err := server.Write(request); err != nil {
		return nil, err
	}
	if isUnanswered(request) {
		return nil, nil
	}
	return readMessage(server)
}

// isUnanswered tells an OP_MSG whose sender wants no reply.
func isUnanswered(message []byte) bool {
	if len(message) < headerBytes+4 || binary.LittleEndian.Uint32(message[12:]) != opMsg {
		return false
	}
	return binary.LittleEndian.Uint32(message[headerBytes:])&moreToCome != 0
}

// commandOf is the name of the first field of the first section, which the Node.js driver makes the command's.
func commandOf(message []byte) string {
	// Flags, the section's kind, the length of its document, the type of its first field.
	const before = headerBytes + 4 + 1 + 4 + 1
	if len(message) < before || binary.LittleEndian.Uint32(message[12:]) != opMsg {
		return ""
	}
	name, _, _ := bytes.Cut(message[before:], []byte{0})
	return string(name)
}

func readMessage(from io.Reader) ([]byte, error) {
	var header [headerBytes]byte
	if _, err := io.ReadFull(from, header[:]); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(header[:])
	if length < headerBytes || length > maxMessageBytes {
		return nil, fmt.Errorf("a message of %d bytes", length)
	}
	message := make([]byte, length)
	copy(message, header[:])
	_, err := io.ReadFull(from, message[headerBytes:])
	return message, err
}
