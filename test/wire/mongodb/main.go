// Command mongodb serves the MongoDB wire protocol for tests: FerretDB 1.24.0 on its SQLite backend, in one process.
//
// It prints its URL on one line once it accepts connections. It ends on SIGTERM, on SIGINT, or when its standard input
// is closed, so that a killed test run leaves no server behind. When embedded, FerretDB sends no telemetry.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/FerretDB/FerretDB/ferretdb"
)

// unsynced leaves writing to disk to the system: written data survives the process, but not a crash of the machine.
const unsynced = "?_pragma=synchronous(off)"

// shutdownTimeout is the time that running commands have to end when the server stops.
const shutdownTimeout = 3 * time.Second

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve() error {
	port := flag.Int("port", 0, "port on 127.0.0.1; 0 takes a free one")
	state := flag.String("state", "", "folder of the databases; without it, a temporary one that is removed with the process")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()

	folder, remove, err := stateFolder(*state)
	if err != nil {
		return err
	}
	defer remove()

	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
		Handler:   "sqlite",
		SQLiteURL: "file:" + folder + "/" + unsynced,
	})
	if err != nil {
		return err
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(server.MongoDBURI(), "mongodb://"), "/")

	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", *port))
	if err != nil {
		return err
	}
	context.AfterFunc(ctx, func() {
		_ = listener.Close()
		time.Sleep(shutdownTimeout)
		remove()
		os.Exit(1)
	})
	go (&writeMutex{server: inner}).serve(listener)

	fmt.Printf("mongodb://%s/\n", listener.Addr())
	return server.Run(ctx)
}

func stateFolder(given string) (folder string, remove func(), err error) {
	if given == "" {
		folder, err = os.MkdirTemp("", "mixite-mongodb-")
		return folder, func() { _ = os.RemoveAll(folder) }, err
	}
	folder, err = filepath.Abs(given)
	if err == nil {
		err = os.MkdirAll(folder, 0o700)
	}
	return folder, func() {}, err
}
