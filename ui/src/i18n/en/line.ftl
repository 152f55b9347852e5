# The proxy that lines to the buffer go through.
proxy-title = Through a proxy (Tor)
proxy-text = Whoever watches the line sees that this device talks to the buffer. A proxy such as Tor’s hides that. It runs on this device or near it. Leave this empty to go directly.
proxy-address = Address of the proxy
proxy-hint = For example 127.0.0.1:9050
proxy-keep = Save
proxy-on = Everything to the buffer goes through the proxy.
proxy-off = Everything goes to the buffer directly.
bad-input-socks = This is not the address of a proxy. It looks like 127.0.0.1:9050.
