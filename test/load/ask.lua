-- What wrk asks, and what it says at the end. The argument behind "--", if there is
-- one, is a file: its content is posted.

function init(args)
  if args[1] then
    local file = assert(io.open(args[1], "rb"))
    wrk.method = "POST"
    wrk.body = file:read("*a")
    file:close()
  end
end

function done(summary, latency, requests)
  local e = summary.errors
  print(string.format("answers=%d refused=%d broken=%d",
    summary.requests, e.status, e.connect + e.read + e.write + e.timeout))
end
