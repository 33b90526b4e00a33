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
	// maxMessageBytes is the limit that FerretDB announces in its hello.
	maxMessageBytes = 48_000_000
	opMsg           = 2013
	moreToCome      = 1 << 1
)

// writeMutex is a proxy before FerretDB that lets only one writing command through at a time.
//
// MongoDB applies an update to a document in one step: no other write comes between its filter and its change. FerretDB 1
// on SQLite first reads, then writes, and another command may write in between. One writing command at a time avoids
// this. FerretDB also holds a database connection for each update of a command until the command ends, and waits forever
// where two commands share the last connections.
type writeMutex struct {
	server string
	mutex  sync.Mutex
}

var writes = map[string]bool{
	"insert": true, "update": true, "delete": true, "findAndModify": true,
	"create": true, "createIndexes": true, "drop": true, "dropIndexes": true, "dropDatabase": true,
}

// serve answers connections until the listener is closed.
func (w *writeMutex) serve(listener net.Listener) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		go w.answer(client)
	}
}

func (w *writeMutex) answer(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", w.server)
	if err != nil {
		return
	}
	defer server.Close()
	for {
		request, err := readMessage(client)
		if err != nil {
			return
		}
		reply, err := w.exchange(server, request)
		if err != nil {
			return
		}
		if _, err := client.Write(reply); err != nil {
			return
		}
	}
}

func (w *writeMutex) exchange(server net.Conn, request []byte) ([]byte, error) {
	if writes[commandOf(request)] {
		w.mutex.Lock()
		defer w.mutex.Unlock()
	}
	if _, err := server.Write(request); err != nil {
		return nil, err
	}
	if isUnanswered(request) {
		return nil, nil
	}
	return readMessage(server)
}

// isUnanswered reports whether the message is an OP_MSG whose sender wants no reply.
func isUnanswered(message []byte) bool {
	if len(message) < headerBytes+4 || binary.LittleEndian.Uint32(message[12:]) != opMsg {
		return false
	}
	return binary.LittleEndian.Uint32(message[headerBytes:])&moreToCome != 0
}

// commandOf returns the name of the first field of the first section: the Node.js driver puts the command's name there.
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
