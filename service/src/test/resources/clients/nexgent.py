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


def refresh_tokens(request):
    data = json.dumps({"refreshToken": request["refresh"]["token"]}).encode()
    with urllib.request.urlopen(urllib.request.Request(request["refresh"]["url"], data, {"Content-Type": "application/json"})) as response:
        return json.load(response)["accessToken"]


def api_request(request, key):
    headers = {**request.get("headers", {}), "Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    data = json.dumps(request["body"]).encode() if "body" in request else None
    try:
        with urllib.request.urlopen(urllib.request.Request(request["url"], data, headers, method=request["method"])) as response:
            return json.load(response)
    except urllib.error.HTTPError as refusal:
        error_data = json.load(refusal)
        if refusal.code == 401 and error_data.get("error") == "Token expired":
            return api_request(request, refresh_tokens(request))
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
    print(json.dumps({"did": [], "answer": api_request(request, request["key"])}))
except ApiError as e:
    told = {"message": e.message, "statusCode": e.status_code, "code": e.code, "details": e.details}
    print(json.dumps({"did": [did(e)], "error": {name: value for name, value in told.items() if value is not None}}))
