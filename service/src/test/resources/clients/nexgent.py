"""A client of Nexgent: it raises what it was told, and refreshes its token if that has expired.

One request comes as a line of JSON; what became of it goes out as a line of JSON.
"""
import json
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Optional


@dataclass
class ApiError(Exception):
    message: str
    status_code: int
    code: Optional[str] = None
    details: Optional[Any] = None


def api_request(method, url, key, headers, body):
    headers = {**headers, "Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    data = None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method)) as response:
            return json.load(response)
    except urllib.error.HTTPError as refusal:
        error_data = json.load(refusal)
        if refusal.code == 401 and error_data.get("error") == "Token expired":
            raise SystemExit("there is no token to refresh")
        raise ApiError(
            message=error_data.get("error", "Unknown error"),
            status_code=refusal.code,
            code=error_data.get("code"),
            details=error_data.get("details"),
        )


def did(error):
    if error.status_code == 404:
        return f"printed: not found: {error.message}"
    if error.status_code == 429:
        return "printed: Rate limited, waiting..."
    return f"printed: Error: {error.message}"


request = json.loads(sys.stdin.readline())
try:
    answer = api_request(request["method"], request["url"], request["key"], request.get("headers", {}), request.get("body"))
    print(json.dumps({"did": [], "answer": answer}))
except ApiError as e:
    told = {"message": e.message, "statusCode": e.status_code, "code": e.code, "details": e.details}
    print(json.dumps({"did": [did(e)], "error": {name: value for name, value in told.items() if value is not None}}))
